import { Button } from "@mantine/core";
import type { ServiceRequest } from "@veche/contracts";
import { useEffect, useRef, type ReactNode } from "react";
import { Avatar } from "../../platform/kit/avatar.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { Desk } from "./desk.ts";
import { servedMs } from "./served.ts";
import styles from "./desk.module.css";

interface SessionSummaryProps {
  readonly desk: Desk;
  readonly request: ServiceRequest;
  readonly link: ReactNode;
}

/** After the end: with whom, how long, how it ended; one press to go on. */
export function SessionSummary({ desk, request, link }: SessionSummaryProps) {
  const { t, duration } = useTexts();
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
      <Avatar name={request.customer.name} size={96} />
      <h2 className={styles["summaryTitle"]}>{t("session.over")}</h2>
      <p className={styles["summaryName"]}>{request.customer.name}</p>
      <p className={styles["summaryFacts"]}>{facts.join(" · ")}</p>
      <div className={styles["summaryButtons"]}>
        {link}
        <Button ref={next} size="md" onClick={desk.dismissSummary}>
          {t("session.next")}
        </Button>
      </div>
    </div>
  );
}
