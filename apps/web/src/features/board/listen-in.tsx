import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { LiveOperator, RequestId } from "@veche/contracts";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useMe } from "../../platform/me.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./board.module.css";

/** Lets me hear a session that another serves. */
export type OnListen = (requestId: RequestId) => Promise<void>;

interface ListenInProps {
  readonly operator: LiveOperator;
  readonly onListen: OnListen;
}

/** Beside whose call an operator has: hear it. */
export function ListenIn({ operator, onListen }: ListenInProps) {
  const texts = useTexts();
  const { t } = texts;
  const me = useMe();
  const listening = useMutation({
    mutationFn: onListen,
    onError: (failure) => notifyFailure(texts, failure),
  });
  const { session, customerName, name, operatorId } = operator;
  if (session === null || session.kind === "chat" || operatorId === me.id)
    return null;
  return (
    <Button
      className={styles["takeOver"]}
      size="compact-sm"
      variant="default"
      loading={listening.isPending}
      aria-label={t("board.listenTo", {
        name: customerName ?? "",
        operator: name,
      })}
      onClick={() => listening.mutate(session.requestId)}
    >
      {t("board.listen")}
    </Button>
  );
}
