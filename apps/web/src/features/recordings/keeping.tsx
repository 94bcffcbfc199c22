import { Button, TextInput } from "@mantine/core";
import type { OpenedRecording } from "@veche/contracts";
import { useState } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { Pane } from "../../platform/kit/page.tsx";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useActOn } from "./use-recordings.ts";
import styles from "./recordings.module.css";

interface KeepingProps {
  readonly opened: OpenedRecording;
  readonly onDeleted: () => void;
}

interface AskProps extends KeepingProps {
  readonly onClose: () => void;
}

function HoldForm({ opened, onClose }: AskProps) {
  const { t } = useTexts();
  const rest = useRest();
  const [reason, setReason] = useState("");
  const holding = useActOn(
    () =>
      rest("holdRecording", {
        params: { recordingId: opened.recording.id },
        body: { reason: reason.trim() },
      }),
    { done: t("recordings.heldNow"), onDone: onClose },
  );
  return (
    <DialogForm
      title={t("recordings.hold")}
      words={t("recordings.hold")}
      isBusy={holding.isPending}
      isShut={reason.trim() === ""}
      onSubmit={() => holding.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t("recordings.holdReason")}
        description={t("recordings.holdAdvice")}
        maxLength={120}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </DialogForm>
  );
}

function DeleteQuestion({ opened, onClose, onDeleted }: AskProps) {
  const { t } = useTexts();
  const rest = useRest();
  const deleting = useActOn(
    () =>
      rest("deleteRecording", { params: { recordingId: opened.recording.id } }),
    { done: t("recordings.deleted"), onDone: onDeleted },
  );
  return (
    <Question
      title={t("recordings.deleteTitle")}
      advice={t("recordings.deleteAdvice")}
      yes={t("recordings.delete")}
      isBusy={deleting.isPending}
      onYes={() => deleting.mutate(undefined)}
      onClose={onClose}
    />
  );
}

function HoldWords({ hold }: Pick<OpenedRecording, "hold">) {
  const { t, date } = useTexts();
  return (
    <p className={styles["quiet"]}>
      {hold === null
        ? t("recordings.notHeld")
        : t("recordings.heldBy", {
            name: hold.byName,
            date: date(hold.since),
            reason: hold.reason,
          })}
    </p>
  );
}

/** Holding a recording against every rule, and deleting it; for those who may. */
export function Keeping(props: KeepingProps) {
  const { t } = useTexts();
  const rest = useRest();
  const { recording, hold, may } = props.opened;
  const [asked, setAsked] = useState<"hold" | "delete" | null>(null);
  const releasing = useActOn(
    () => rest("releaseRecording", { params: { recordingId: recording.id } }),
    { done: t("recordings.released") },
  );
  if (!may.hold && !may.delete) return null;
  const onClose = () => setAsked(null);
  return (
    <Pane title={t("recordings.keeping")}>
      <div className={styles["inside"]}>
        <HoldWords hold={hold} />
        <div className={styles["buttons"]}>
          {may.hold && (
            <Button
              variant="default"
              loading={releasing.isPending}
              onClick={() =>
                hold === null ? setAsked("hold") : releasing.mutate(undefined)
              }
            >
              {t(hold === null ? "recordings.hold" : "recordings.release")}
            </Button>
          )}
          {may.delete && (
            <Button
              color="red"
              variant="light"
              disabled={hold !== null || recording.state === "recording"}
              onClick={() => setAsked("delete")}
            >
              {t("recordings.delete")}
            </Button>
          )}
        </div>
      </div>
      {asked === "hold" && <HoldForm {...props} onClose={onClose} />}
      {asked === "delete" && <DeleteQuestion {...props} onClose={onClose} />}
    </Pane>
  );
}
