import { CloseButton } from "@mantine/core";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { MissedRing } from "./desk-model.ts";
import styles from "./desk.module.css";

interface MissedNoteProps {
  readonly missed: MissedRing;
  readonly onClose: () => void;
}

/** What became of the last ring, until it is closed or the next one comes. */
export function MissedNote({ missed, onClose }: MissedNoteProps) {
  const { t } = useTexts();
  const words = {
    timed_out: t("incoming.timedOut", { name: missed.name }),
    withdrawn: t("incoming.withdrawn", { name: missed.name }),
    accepted: t("incoming.acceptedElsewhere"),
  } as const;
  return (
    <div className={styles["missed"]} role="status">
      <span>{words[missed.outcome]}</span>
      <CloseButton size="sm" aria-label={t("action.close")} onClick={onClose} />
    </div>
  );
}
