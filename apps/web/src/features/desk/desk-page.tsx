import type { OperatorStatus, ServiceRequest } from "@veche/contracts";
import { useDeferredValue, type ReactNode } from "react";
import { LoadingRows } from "../../platform/kit/loading-rows.tsx";
import { useStore } from "../../platform/store/use-store.ts";
import { useLasting } from "../../platform/use-lasting.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { Desk } from "./desk.ts";
import { DeskSide } from "./desk-side.tsx";
import { Idle } from "./idle.tsx";
import { MissedNote } from "./missed-note.tsx";
import { SessionSummary } from "./session-summary.tsx";
import { SessionBar } from "./transfer/session-bar.tsx";
import styles from "./desk.module.css";

/** What other features draw of the session the operator is in. */
export interface SessionSlots {
  readonly call: (session: ServiceRequest) => ReactNode;
  readonly context: (session: ServiceRequest) => ReactNode;
  /** A link to the session in the history. */
  readonly recordLink: (session: ServiceRequest) => ReactNode;
  /** After the end: what the session came to. */
  readonly wrapUp: (
    session: ServiceRequest,
    status: OperatorStatus,
  ) => ReactNode;
}

/** In its first instants a call has the machine for itself: the picture first, the papers then. */
const headStartMs = { chat: 0, audio: 400, video: 400 } as const;

function Context({
  session,
  slots,
}: {
  readonly session: ServiceRequest;
  readonly slots: SessionSlots;
}) {
  const { t } = useTexts();
  const isDue = useLasting({ forMs: headStartMs[session.kind] });
  return (
    <aside className={styles["context"]} aria-label={t("session.context")}>
      {isDue && slots.context(session)}
    </aside>
  );
}

/** The operator's desk: my state and the queue on the left, the customer in the middle and on the right. */
export function DeskPage({
  desk,
  slots,
}: {
  readonly desk: Desk;
  readonly slots: SessionSlots;
}) {
  const { t } = useTexts();
  // A session is much to draw: what the call needs of this thread meanwhile goes before.
  const state = useDeferredValue(useStore(desk.state));
  const title = <h1 className="visually-hidden">{t("desk.title")}</h1>;
  if (state.status === null)
    return (
      <>
        {title}
        <LoadingRows count={4} />
      </>
    );
  const { session, summary } = state;
  const shown = session ?? summary;
  return (
    <div className={styles["desk"]} data-has-session={session !== null}>
      {title}
      <DeskSide desk={desk} state={state} />
      <section
        className={styles["centre"]}
        aria-label={shown?.customer.name ?? t("operator.now")}
      >
        {session === null && state.missed !== null && (
          <MissedNote missed={state.missed} onClose={desk.dismissMissed} />
        )}
        {session !== null && <SessionBar desk={desk} session={session} />}
        {session !== null && slots.call(session)}
        {session === null && summary !== null && (
          <SessionSummary
            desk={desk}
            request={summary}
            link={slots.recordLink(summary)}
            wrapUp={slots.wrapUp(summary, state.status)}
          />
        )}
        {shown === null && <Idle desk={desk} status={state.status} />}
      </section>
      {session !== null && (
        <Context key={session.id} session={session} slots={slots} />
      )}
    </div>
  );
}
