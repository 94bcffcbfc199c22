import type { CompositionId, OpenedRecording } from "@veche/contracts";
import { useTexts } from "../../platform/texts/texts.tsx";

/** What of a recording a link can show: the player, or one of its films. */
export function useWatchable({ compositions }: OpenedRecording) {
  const { t } = useTexts();
  const nameOf = (compositionId: CompositionId | null): string => {
    const film = compositions.find(({ id }) => id === compositionId);
    return film === undefined
      ? t("recordings.everybodySent")
      : `${t(`recordings.layout.${film.layout}`)}, ${film.format.toUpperCase()}`;
  };
  const ready = compositions.filter(({ state }) => state === "ready");
  return { nameOf, ids: [null, ...ready.map(({ id }) => id)] };
}
