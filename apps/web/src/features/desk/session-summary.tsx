import { Button } from "@mantine/core";
import type { ServiceRequest } from "@veche/contracts";
import { useEffect, useRef, type ReactNode } from "react";
import { Avatar } from "../../platform/kit/avatar.tsx";
import { useTexts, type Texts } from "../../platform/texts/texts.tsx";
import type { Desk } from "./desk.ts";
import { servedMs } from "./served.ts";
import styles from "./desk.module.css";

interface SessionSummaryProps {
  readonly desk: Desk;
  readonly request: ServiceRequest;
  readonly link: ReactNode;
  /** Asks what a session that was served came to, and goes on from there. */
  readonly wrapUp: ReactNode;
}

/** It is over for me: ended, with another operator, or back in the queue. */
function titleOf(
  { t }: Texts,
  { state, operatorName }: Pick<ServiceRequest, "state" | "operatorName">,
): string {
  if (state === "ended") return t("session.over");
  return state === "active" && operatorName !== null
    ? t("transfer.done", { name: operatorName })
    : t("transfer.left");
}

/** After the end: with whom, how long, how it ended; one press to go on. */
export function SessionSummary({
  desk,
  request,
  link,
  wrapUp,
}: SessionSummaryProps) {
  const texts = useTexts();
  const { t, duration } = texts;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const { endReason } = request;
  const haveMet = endReason !== "declined" && endReason !== "unanswered";
  const served = haveMet ? servedMs(request) : 0;
  const facts = [
    ...(endReason === null || endReason === "completed"
      ? []
      : [t(`requestEnd.${endReason}`)]),
    ...(served > 0 ? [t("session.wasServed", { time: duration(served) })] : []),
  ];
  return (
    <div className={styles["summary"]}>
      <Avatar
        name={request.customer.name}
        size={endReason === "completed" ? 56 : 96}
      />
      <h2 className={styles["summaryTitle"]}>{titleOf(texts, request)}</h2>
      <p className={styles["summaryName"]}>{request.customer.name}</p>
      <p className={styles["summaryFacts"]}>{facts.join(" · ")}</p>
      {endReason === "completed" ? (
        wrapUp
      ) : (
        <div className={styles["summaryButtons"]}>
          {link}
          <Button ref={next} size="md" onClick={desk.dismissSummary}>
            {t("session.next")}
          </Button>
        </div>
      )}
    </div>
  );
}
