import type { PrincipalId } from "@veche/contracts";
import type { AnswerOnSitting } from "../call-book.ts";
import { callView } from "../call-view.ts";
import type { CallRecord } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";

/**
 * Shows every committed change of a call to its participants, whole and with its revision. An answer said on sitting
 * down goes before it: the caller need not offer again.
 */
export function projectCalls(powers: CallPowers): Disposable {
  const { bus, book, hub, database, media } = powers;
  return bus.on("call.changed", async (event) => {
    // A fact from this process carries its record; one from another node is read.
    const staged = book.staged(event);
    const call = staged?.call ?? (await findCall(database.db, event.callId));
    if (call === undefined) return;
    book.put(call);
    if (staged?.answer !== undefined) passAnswer(hub, call, staged.answer);
    followInRoom(media, call);
    hub.notify(await audienceOf(powers, call), {
      type: "call.changed",
      call: callView(call),
    });
  });
}

/** Those who have a seat, or had one, and in a group everybody else who may take one. */
async function audienceOf(
  { chats }: Pick<CallPowers, "chats">,
  { kind, seats, conversationId }: CallRecord,
): Promise<readonly PrincipalId[]> {
  const seated = seats.map((seat) => seat.principalId);
  if (kind === "pair") return seated;
  const members = await chats.membersOf(conversationId);
  return [...new Set([...members, ...seated])];
}

/** Whoever is out of the call is out of its room. */
function followInRoom(
  { rooms }: CallPowers["media"],
  { id, roomId, state, seats }: CallRecord,
): void {
  if (state === "ended" || roomId === null) {
    rooms.close(id);
    return;
  }
  const joinIds = seats.flatMap((seat) =>
    seat.state === "left" || seat.joinId === null ? [] : [seat.joinId],
  );
  rooms.keep(id, { roomId, joinIds });
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
