import type { DomainEventOf } from "@veche/contracts";
import type { StatementRunner } from "../../../platform/db/statements.ts";
import type { EventBus } from "../../../platform/event-bus.ts";
import type { Log } from "../../../platform/log.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import type { Timers } from "../../../platform/timers.ts";
import { countSeats } from "../store/counts.ts";
import { seatKey, type Seat } from "../store/standings.ts";

/** Readers move on with every message they see: the counts of so long are told at once. */
const gatherMs = 300;

export interface TellCountsDeps {
  readonly bus: EventBus;
  readonly db: StatementRunner;
  readonly hub: Pick<Hub, "notify" | "isConnected">;
  readonly timers: Timers;
  readonly log: Log;
}

/** What is unread shows the same on all devices of a reader, whichever of them read on. */
export function tellCounts(deps: TellCountsDeps): Disposable {
  const { bus, hub, timers, log } = deps;
  let moved = new Map<string, Seat>();
  let due: Disposable | undefined;

  const tell = (): void => {
    const seats = [...moved.values()];
    moved = new Map();
    due = undefined;
    tellSeats(deps, seats).catch((error: unknown) => {
      // The next welcome tells them anew.
      log.warn({ error }, "unread counts could not be told");
    });
  };
  const heard = bus.on("receipts.moved", (seat: Moved) => {
    if (!hub.isConnected(seat.principalId)) return;
    moved.set(seatKey(seat), seat);
    due ??= timers.after(gatherMs, tell);
  });
  return {
    [Symbol.dispose]() {
      heard[Symbol.dispose]();
      due?.[Symbol.dispose]();
    },
  };
}

type Moved = DomainEventOf<"receipts.moved">;

async function tellSeats(
  { db, hub }: TellCountsDeps,
  seats: readonly Seat[],
): Promise<void> {
  for (const { principalId, ...counted } of await countSeats(db, seats))
    hub.notify([principalId], { type: "conversation.counted", ...counted });
}
