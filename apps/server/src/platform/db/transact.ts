import type { Kysely } from "kysely";
import type { Actor, DomainEvent } from "@veche/contracts";
import type { EventBus } from "../event-bus.ts";
import type { Log } from "../log.ts";
import type { Transact, Tx, UnitOfWork } from "./database.ts";
import { asksForRetry, isDiskFull } from "./failures.ts";
import { appendToOutbox, isDurable, type OutboxTables } from "./outbox.ts";
import type { WriteGate } from "./write-gate.ts";

export interface TransactDeps<Tables> {
  readonly kysely: Kysely<Tables>;
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
        const { result, events } = await runOnce(deps.kysely, actor, work);
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
  kysely: Kysely<Tables>,
  actor: Actor,
  work: (unit: UnitOfWork<Tables>) => Promise<Result>,
): Promise<{
  readonly result: Result;
  readonly events: readonly DomainEvent[];
}> {
  const events: DomainEvent[] = [];
  const result = await kysely.transaction().execute(async (tx) => {
    const value = await work({
      tx,
      happened: (event) => void events.push(event),
    });
    // Every database of ours has the platform's tables beside those the caller's type names.
    await appendToOutbox(
      tx as unknown as Tx<OutboxTables>,
      actor,
      events.filter(isDurable),
    );
    return value;
  });
  return { result, events };
}
