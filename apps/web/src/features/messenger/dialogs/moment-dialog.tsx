import { Button } from "@mantine/core";
import { useState } from "react";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import { momentPresets } from "./moment-presets.ts";
import styles from "./dialogs.module.css";

interface MomentDialogProps {
  readonly title: string;
  readonly action: string;
  readonly onClose: () => void;
  /** ISO 8601. */
  readonly onChoose: (at: string) => void;
}

function Presets({
  nowMs,
  onChoose,
}: Pick<MomentDialogProps, "onChoose"> & { readonly nowMs: number }) {
  const texts = useTexts();
  return (
    <div className={styles["presets"]}>
      {momentPresets(nowMs).map(({ key, atMs }) => (
        <Button
          key={key}
          variant="default"
          justify="space-between"
          fullWidth
          rightSection={
            <span className={styles["quiet"]}>{texts.dateTime(atMs)}</span>
          }
          onClick={() => onChoose(new Date(atMs).toISOString())}
        >
          {texts.t(`moment.${key}`)}
        </Button>
      ))}
    </div>
  );
}

/** A moment to come: one of the usual ones, or any. */
export function MomentDialog({
  title,
  action,
  onClose,
  onChoose,
}: MomentDialogProps) {
  const texts = useTexts();
  const { powers } = useServices();
  const [nowMs] = useState(powers.nowMs);
  const [own, setOwn] = useState("");
  const ownMs = own === "" ? Number.NaN : new Date(own).getTime();
  const isPast = ownMs <= nowMs;
  return (
    <Dialog onClose={onClose} title={title} size="sm">
      <Presets nowMs={nowMs} onChoose={onChoose} />
      <label className={styles["field"]}>
        {texts.t("moment.own")}
        <input
          type="datetime-local"
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
          aria-invalid={isPast}
        />
      </label>
      {isPast && (
        <p className={styles["wrong"]} role="alert">
          {texts.t("moment.past")}
        </p>
      )}
      <Button
        fullWidth
        disabled={Number.isNaN(ownMs) || isPast}
        onClick={() => onChoose(new Date(ownMs).toISOString())}
      >
        {action}
      </Button>
    </Dialog>
  );
}
