import { useQuery } from "@tanstack/react-query";
import type { Customer, HistoryEntry } from "@veche/contracts";
import type { ReactNode } from "react";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./past-sessions.module.css";

const shownCount = 20;

interface PastSessionsProps {
  readonly customer: Customer;
  /** Draws the link to one session. */
  readonly linkTo: (entry: HistoryEntry, words: string) => ReactNode;
}

/** What we had with this customer before. The history finds by name; others of the same name are left out here. */
export function PastSessions({ customer, linkTo }: PastSessionsProps) {
  const { t, dateTime, duration } = useTexts();
  const rest = useRest();
  const query = useQuery({
    queryKey: ["history", "customer", customer.id],
    queryFn: ({ signal }) =>
      rest("listHistory", {
        query: { text: customer.name.slice(0, 100), limit: shownCount },
        signal,
      }),
  });
  return (
    <section className={styles["past"]} aria-label={t("customer.past")}>
      <h4 className={styles["title"]}>{t("customer.past")}</h4>
      <Loaded query={query}>
        {({ entries }) => {
          const own = entries.filter(
            ({ request }) =>
              request.customer.id === customer.id && request.state === "ended",
          );
          if (own.length === 0)
            return <p className={styles["none"]}>{t("customer.pastEmpty")}</p>;
          return (
            <ul className={styles["list"]}>
              {own.map((entry) => (
                <li key={entry.request.id}>
                  {linkTo(
                    entry,
                    `${t(`requestKind.${entry.request.kind}`)}, ${dateTime(entry.request.createdAt)}`,
                  )}
                  <span className={styles["about"]}>
                    {entry.request.operatorName ?? t("history.noOperator")}
                    {entry.servedMs > 0 && ` · ${duration(entry.servedMs)}`}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </section>
  );
}
