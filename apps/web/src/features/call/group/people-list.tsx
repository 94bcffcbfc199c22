import type { FloorView } from "@veche/call-client";
import { iconMicrophone, iconMicrophoneOff, iconX } from "@veche/ui";
import { Avatar } from "../../../platform/kit/avatar.tsx";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { byHands, marksOf } from "./floor-marks.ts";
import { HandMark } from "./tile-marks.tsx";
import type { Tile } from "./tiles.ts";
import styles from "./group.module.css";

interface PeopleListProps {
  readonly people: readonly Tile[];
  readonly order: FloorView;
  readonly onClose: () => void;
}

/** Who is in the call and who is silent; those who ask for the word come first, as they asked. */
export function PeopleList({ people, order, onClose }: PeopleListProps) {
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
        {byHands(people, order).map((person) => {
          const { key, name, principalId, isOwn, isMuted, state } = person;
          const { handPlace } = marksOf(order, principalId);
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
              {handPlace !== null && <HandMark place={handPlace} />}
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
