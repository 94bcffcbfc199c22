import type { Customer, HistoryEntry, RequestId } from "@veche/contracts";
import type { ReactNode } from "react";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CallsPane } from "./calls-pane.tsx";
import { OffersPane } from "./offers-pane.tsx";
import { RatingPane } from "./rating-pane.tsx";
import { RecordFacts } from "./record-facts.tsx";
import { TurnsPane } from "./turns-pane.tsx";
import { SessionLog } from "./session-log.tsx";
import { useRecord } from "./use-record.ts";
import styles from "./history.module.css";

interface RecordPageProps {
  readonly requestId: RequestId;
  readonly backLink: ReactNode;
  /** The customer's card and what can be done with them now, drawn by another feature. */
  readonly customer: (customer: Customer) => ReactNode;
  /** What the operator wrote down about it. */
  readonly wrapUp: (entry: HistoryEntry) => ReactNode;
}

const isServed = ({ request }: HistoryEntry): boolean =>
  request.endReason === "completed";

/** One session: who, when, how long, what was written, how it sounded, and why this operator. */
export function RecordPage({
  requestId,
  backLink,
  customer,
  wrapUp,
}: RecordPageProps) {
  const { t, dateTime } = useTexts();
  const query = useRecord(requestId);
  return (
    <Loaded query={query}>
      {({ entry, offers, turns, calls }) => (
        <Page
          title={t("record.title", {
            kind: t(`requestKind.${entry.request.kind}`),
            name: entry.request.customer.name,
          })}
          lead={dateTime(entry.request.createdAt)}
          actions={backLink}
        >
          <div className={styles["columns"]}>
            <div>
              <Pane title={t("record.chat")}>
                <SessionLog request={entry.request} />
              </Pane>
              <CallsPane calls={calls} />
            </div>
            <div className={styles["side"]}>
              <RecordFacts entry={entry} />
              <TurnsPane turns={turns} />
              {isServed(entry) && <RatingPane entry={entry} />}
              {isServed(entry) && wrapUp(entry)}
              <Pane title={t("session.customer")}>
                {customer(entry.request.customer)}
              </Pane>
              <OffersPane offers={offers} />
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}
