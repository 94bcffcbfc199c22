import { Button, Radio, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { OperatorState, QueueId, UserId } from "@veche/contracts";
import { useState } from "react";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useRest } from "../../../platform/services.tsx";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { TransferTo } from "../desk.ts";
import styles from "./transfer.module.css";

/** So often it is asked who is free, while one chooses. */
const askedEveryMs = 5_000;
const longestNote = 500;

interface Targets {
  readonly operators: readonly {
    readonly operatorId: UserId;
    readonly name: string;
    readonly state: OperatorState;
  }[];
  readonly queues: readonly {
    readonly queueId: QueueId;
    readonly name: string;
  }[];
}

/** What the list chooses by; a queue and an operator never share an id. */
function targetOf(targets: Targets, chosen: string): TransferTo | undefined {
  const operator = targets.operators.find(
    ({ operatorId, state }) => operatorId === chosen && state === "available",
  );
  if (operator !== undefined) return { operatorId: operator.operatorId };
  const queue = targets.queues.find(({ queueId }) => queueId === chosen);
  return queue && { queueId: queue.queueId };
}

interface ListProps {
  readonly targets: Targets;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

function TargetList({ targets, chosen, onChoose }: ListProps) {
  const { t } = useTexts();
  const { operators, queues } = targets;
  return (
    <Radio.Group value={chosen} onChange={onChoose} label={t("transfer.to")}>
      <div className={styles["targets"]}>
        {queues.map(({ queueId, name }) => (
          <Radio
            key={queueId}
            value={queueId}
            label={
              queues.length === 1
                ? t("transfer.queue")
                : t("transfer.queueOf", { name })
            }
          />
        ))}
        {operators.map(({ operatorId, name, state }) => (
          <Radio
            key={operatorId}
            value={operatorId}
            disabled={state !== "available"}
            label={name}
            description={t(`operator.${state}`)}
          />
        ))}
      </div>
      {operators.length === 0 && (
        <p className={styles["nobody"]}>{t("transfer.nobody")}</p>
      )}
    </Radio.Group>
  );
}

interface TransferDialogProps {
  readonly name: string;
  readonly onTransfer: (to: TransferTo, note: string | null) => Promise<void>;
  readonly onClose: () => void;
}

const noTargets: Targets = { operators: [], queues: [] };

/** Who is free, asked again and again. */
function useTargets(): Targets {
  const rest = useRest();
  const { data } = useQuery({
    queryKey: ["transfer-targets"],
    queryFn: ({ signal }) => rest("listTransferTargets", { signal }),
    refetchInterval: askedEveryMs,
    staleTime: 0,
  });
  return data ?? noTargets;
}

interface NoteProps {
  readonly value: string;
  readonly onChange: (note: string) => void;
}

function Note({ value, onChange }: NoteProps) {
  const { t } = useTexts();
  return (
    <Textarea
      mt="md"
      autosize
      minRows={2}
      maxRows={6}
      maxLength={longestNote}
      label={t("transfer.note")}
      description={t("transfer.noteAdvice")}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** To whom, and what they should know. */
export function TransferDialog({
  name,
  onTransfer,
  onClose,
}: TransferDialogProps) {
  const texts = useTexts();
  const { t } = texts;
  const targets = useTargets();
  const [chosen, setChosen] = useState("");
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const to = targetOf(targets, chosen);
  const go = (target: TransferTo) => {
    setBusy(true);
    const words = note.trim();
    onTransfer(target, words === "" ? null : words).then(
      onClose,
      (failure: unknown) => {
        notifyFailure(texts, failure);
        setBusy(false);
      },
    );
  };
  return (
    <Dialog onClose={onClose} title={t("transfer.title", { name })}>
      <p className={styles["lead"]}>{t("transfer.lead")}</p>
      <TargetList {...{ targets, chosen }} onChoose={setChosen} />
      <Note value={note} onChange={setNote} />
      <div className={styles["buttons"]}>
        <Button variant="default" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button
          disabled={to === undefined}
          loading={isBusy}
          onClick={() => to !== undefined && go(to)}
        >
          {t("transfer.go")}
        </Button>
      </div>
    </Dialog>
  );
}
