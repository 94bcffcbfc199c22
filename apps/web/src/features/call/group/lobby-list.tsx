import { Button } from "@mantine/core";
import type { CallFloor, FloorView } from "@veche/call-client";
import type { LobbyPlace } from "@veche/contracts";
import { Avatar } from "../../../platform/kit/avatar.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useSay, type Say } from "./use-say.ts";
import styles from "./group.module.css";

interface LobbyListProps {
  readonly floor: CallFloor;
  readonly view: FloorView;
}

/** Who stands before the door, and who was not let in and may be after all. */
export function LobbyList({ floor, view }: LobbyListProps) {
  const { t } = useTexts();
  const say = useSay(floor);
  const places = view.floor?.lobby ?? [];
  if (places.length === 0) return null;
  return (
    <section aria-label={t("lobby.title")}>
      <h4>{t("lobby.title")}</h4>
      <ul>
        {places.map((place) => (
          <Waiting key={place.principalId} place={place} say={say} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({
  place: { principalId, name, isGuest, state },
  say,
}: {
  readonly place: LobbyPlace;
  readonly say: Say;
}) {
  const { t } = useTexts();
  return (
    <li>
      <Avatar name={name} personId={principalId} size={28} />
      <span className={styles["personName"]}>
        {name}
        {isGuest && <small>{t("lobby.guest")}</small>}
        {state === "refused" && <small>{t("lobby.refused")}</small>}
      </span>
      <Button
        size="compact-xs"
        aria-label={t("lobby.admitOne", { name })}
        onClick={() => say("lobby.admit", { principalId })}
      >
        {t("lobby.admit")}
      </Button>
      {state === "waiting" && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t("lobby.refuseOne", { name })}
          onClick={() => say("lobby.refuse", { principalId })}
        >
          {t("lobby.refuse")}
        </Button>
      )}
    </li>
  );
}
