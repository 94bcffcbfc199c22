import type { AnswerOnSitting } from "../call-book.ts";
import { callView } from "../call-view.ts";
import type { CallRecord } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";

/**
 * Shows every committed change of a call to its participants, whole and with its revision. An answer said on sitting
 * down goes before it: the caller need not offer again.
 */
export function projectCalls({
  bus,
  book,
  hub,
  database,
}: CallPowers): Disposable {
  return bus.on("call.changed", async (event) => {
    // A fact from this process carries its record; one from another node is read.
    const staged = book.staged(event);
    const call = staged?.call ?? (await findCall(database.db, event.callId));
    if (call === undefined) return;
    book.put(call);
    if (staged?.answer !== undefined) passAnswer(hub, call, staged.answer);
    hub.notify(
      call.seats.map((seat) => seat.principalId),
      { type: "call.changed", call: callView(call) },
    );
  });
}

/** Lost like any signal when whoever it is for sits elsewhere by now. */
function passAnswer(
  hub: CallPowers["hub"],
  { id: callId, seats }: CallRecord,
  { fromJoinId, toJoinId, signals }: AnswerOnSitting,
): void {
  const receiver = seats.find(({ joinId }) => joinId === toJoinId);
  const connectionId = receiver?.connectionId ?? null;
  if (connectionId === null || receiver?.joinId === fromJoinId) return;
  for (const signal of signals) {
    hub.notifyConnection(connectionId, {
      type: "call.signalled",
      callId,
      fromJoinId,
      toJoinId,
      signal,
    });
  }
}
