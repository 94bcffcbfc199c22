import type { ConversationId, PrincipalId } from "@veche/contracts";
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
  readonly membersOf: (
    conversationId: ConversationId,
  ) => Promise<readonly PrincipalId[]>;
}

/** What is unread shows the same on all devices of a reader, whichever of them read on, and when an edit names somebody anew. */
export function tellCounts(deps: TellCountsDeps): Disposable {
  const { bus, hub, timers, log, membersOf } = deps;
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
  const note = ({ conversationId, principalId }: Seat): void => {
    if (!hub.isConnected(principalId)) return;
    const seat = { conversationId, principalId };
    moved.set(seatKey(seat), seat);
    due ??= timers.after(gatherMs, tell);
  };
  const heard = [
    bus.on("receipts.moved", note),
    bus.on("mentions.changed", async ({ conversationId, named }) => {
      const concerned = named.includes("all")
        ? await membersOf(conversationId)
        : named.flatMap((one) => (one === "all" ? [] : [one]));
      for (const principalId of concerned)
        note({ conversationId, principalId });
    }),
  ];
  return {
    [Symbol.dispose]() {
      for (const one of heard) one[Symbol.dispose]();
      due?.[Symbol.dispose]();
    },
  };
}

async function tellSeats(
  { db, hub }: TellCountsDeps,
  seats: readonly Seat[],
): Promise<void> {
  for (const { principalId, ...counted } of await countSeats(db, seats))
    hub.notify([principalId], { type: "conversation.counted", ...counted });
}
