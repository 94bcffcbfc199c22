import { Button } from "@mantine/core";
import type { CallFloor, FloorView } from "@veche/call-client";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useSay } from "./use-say.ts";
import styles from "./floor.module.css";

interface LobbyStripProps {
  readonly floor: CallFloor;
  readonly view: FloorView;
  /** Shows the list of those who wait. */
  readonly onList: () => void;
}

/** To those who keep order: somebody stands before the door. */
export function LobbyStrip({ floor, view, onList }: LobbyStripProps) {
  const { t } = useTexts();
  const say = useSay(floor);
  const waiting =
    view.floor?.lobby.filter(({ state }) => state === "waiting") ?? [];
  const [first] = waiting;
  if (first === undefined) return null;
  const { principalId, name } = first;
  return (
    <div className={styles["strip"]} role="status">
      <p>
        {waiting.length === 1
          ? t("lobby.oneWaits", { name })
          : t("lobby.manyWait", { count: waiting.length })}
      </p>
      {waiting.length === 1 ? (
        <>
          <Button
            size="compact-sm"
            onClick={() => say("lobby.admit", { principalId })}
          >
            {t("lobby.admit")}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => say("lobby.refuse", { principalId })}
          >
            {t("lobby.refuse")}
          </Button>
        </>
      ) : (
        <>
          <Button
            size="compact-sm"
            onClick={() => say("lobby.admit", { principalId: null })}
          >
            {t("lobby.admitAll")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onList}>
            {t("lobby.list")}
          </Button>
        </>
      )}
    </div>
  );
}
