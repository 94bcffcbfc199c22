import type { Actor, DomainEvent } from "@veche/contracts";
import type { EventBus } from "../event-bus.ts";
import type { Log } from "../log.ts";
import type { Transact, UnitOfWork } from "./database.ts";
import { asksForRetry, isDiskFull } from "./failures.ts";
import type { OpenTransaction } from "./open-transaction.ts";
import { appendToOutbox, isDurable } from "./outbox.ts";
import type { WriteGate } from "./write-gate.ts";

export interface TransactDeps<Tables> {
  readonly begin: () => Promise<OpenTransaction<Tables>>;
  readonly bus: EventBus;
  readonly log: Log;
  readonly writeGate: WriteGate;
  /** Told after a commit that put facts into the outbox. */
  readonly onDurableCommit: () => void;
}

const maxTries = 5;

/** The one way to write: a transaction, its facts in the outbox, then the listeners. */
export function createTransact<Tables>(
  deps: TransactDeps<Tables>,
): Transact<Tables> {
  return async (actor, work, { isEssential = false } = {}) => {
    if (!isEssential) deps.writeGate.assertOpen();
    for (let tries = 1; ; tries += 1) {
      try {
        const { result, events } = await runOnce(deps.begin, actor, work);
        if (events.some(isDurable)) deps.onDurableCommit();
        deps.bus.dispatch(events);
        return result;
      } catch (error) {
        if (isDiskFull(error)) deps.writeGate.reportDiskFull();
        if (!asksForRetry(error) || tries === maxTries) throw error;
        deps.log.debug({ error, tries }, "transaction is tried again");
      }
    }
  };
}

async function runOnce<Tables, Result>(
  begin: () => Promise<OpenTransaction<Tables>>,
  actor: Actor,
  work: (unit: UnitOfWork<Tables>) => Promise<Result>,
): Promise<{
  readonly result: Result;
  readonly events: readonly DomainEvent[];
}> {
  const events: DomainEvent[] = [];
  const transaction = await begin();
  try {
    const unit: UnitOfWork<Tables> = {
      tx: transaction.tx,
      happened: (event) => void events.push(event),
    };
    const result = await work(unit);
    await appendToOutbox(unit, actor, events.filter(isDurable));
    await transaction.commit();
    return { result, events };
  } catch (error) {
    throw await transaction.abandon(error);
  }
}
