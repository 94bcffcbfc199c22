import { callView } from "../call-view.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";

/** Shows every committed change of a call to its participants, whole and with its revision. */
export function projectCalls({
  bus,
  book,
  hub,
  database,
}: CallPowers): Disposable {
  return bus.on("call.changed", async (event) => {
    // A fact from this process carries its record; one from another node is read.
    const call =
      book.staged(event) ?? (await findCall(database.db, event.callId));
    if (call === undefined) return;
    book.put(call);
    hub.notify(
      call.seats.map((seat) => seat.principalId),
      { type: "call.changed", call: callView(call) },
    );
  });
}
