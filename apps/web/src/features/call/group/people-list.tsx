import { iconMicrophone, iconMicrophoneOff, iconX } from "@veche/ui";
import { Avatar } from "../../../platform/kit/avatar.tsx";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Tile } from "./tiles.ts";
import styles from "./group.module.css";

interface PeopleListProps {
  readonly people: readonly Tile[];
  readonly onClose: () => void;
}

/** Who is in the call, and who is silent. */
export function PeopleList({ people, onClose }: PeopleListProps) {
  const { t } = useTexts();
  return (
    <aside className={styles["people"]} aria-label={t("group.people")}>
      <header>
        <h3>{t("group.peopleCount", { count: people.length })}</h3>
        <button type="button" aria-label={t("action.close")} onClick={onClose}>
          <Icon paths={iconX} size={18} />
        </button>
      </header>
      <ul>
        {people.map(({ key, name, principalId, isOwn, isMuted, state }) => {
          const words = t(
            isMuted ? "device.microphoneOff" : "device.microphoneOn",
          );
          return (
            <li key={key}>
              <Avatar name={name} personId={principalId} size={28} />
              <span className={styles["personName"]}>
                {name}
                {isOwn && ` (${t("call.you")})`}
                {state === "reconnecting" && !isOwn && (
                  <small>{t("group.away")}</small>
                )}
              </span>
              <span title={words}>
                <Icon
                  paths={isMuted ? iconMicrophoneOff : iconMicrophone}
                  size={16}
                />
                <span className="visually-hidden">{words}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
