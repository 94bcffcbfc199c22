import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { LiveOperator, LiveSession } from "@veche/contracts";
import { useState } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useMe } from "../../platform/me.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./board.module.css";

/** Makes me the operator of a session that another serves. */
export type OnTakeOver = (
  session: Pick<LiveSession, "requestId" | "kind">,
) => Promise<void>;

interface TakeOverProps {
  readonly operator: LiveOperator;
  readonly onTakeOver: OnTakeOver;
}

interface Names {
  readonly name: string;
  readonly operator: string;
}

interface AskedProps {
  readonly names: Names;
  readonly onYes: () => Promise<void>;
  readonly onClose: () => void;
}

/** Asked before the seat changes: the operator is out of the conversation with it. */
function Asked({ names, onYes, onClose }: AskedProps) {
  const texts = useTexts();
  const { t } = texts;
  const taking = useMutation({
    mutationFn: onYes,
    onSuccess: onClose,
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <DialogForm
      title={t("board.takeOverQuestion", names)}
      words={t("board.takeOver")}
      isBusy={taking.isPending}
      onSubmit={() => taking.mutate()}
      onClose={onClose}
    >
      <p className={styles["question"]}>{t("board.takeOverAdvice", names)}</p>
    </DialogForm>
  );
}

/** Beside whom an operator serves: serve them yourself from now on. */
export function TakeOver({ operator, onTakeOver }: TakeOverProps) {
  const { t } = useTexts();
  const me = useMe();
  // What was asked about: the row may show another session by the time of the answer.
  const [asked, setAsked] = useState<(Names & LiveSession) | null>(null);
  const { session, customerName } = operator;
  const names = { name: customerName ?? "", operator: operator.name };
  if (operator.operatorId === me.id) return null;
  return (
    <>
      {session !== null && (
        <Button
          className={styles["takeOver"]}
          size="compact-sm"
          variant="default"
          aria-label={t("board.takeOverOf", names)}
          onClick={() => setAsked({ ...names, ...session })}
        >
          {t("board.takeOver")}
        </Button>
      )}
      {asked !== null && (
        <Asked
          names={asked}
          onYes={() => {
            const { requestId, kind } = asked;
            return onTakeOver({ requestId, kind });
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
