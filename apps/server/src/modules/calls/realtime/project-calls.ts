import type { CallId, DomainEventOf, PrincipalId } from "@veche/contracts";
import { createThrottle } from "../../../platform/throttle.ts";
import type { AnswerOnSitting } from "../call-book.ts";
import { callView, callViewFor } from "../call-view.ts";
import type { CallRecord } from "../domain/call-record.ts";
import { hearersOf, isHidden } from "../domain/supervision.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";

/** A call with more people than that is told of in batches: each of them hears of all, so every word is said that often squared. */
const mostToldAtOnce = 12;
const batchEveryMs = 700;

type CallChanged = DomainEventOf<"call.changed">;

/** Changes of calls, on their way to those who are to know. */
export interface CallNews extends AsyncDisposable {
  quiet(): Promise<void>;
}

/**
 * Shows every committed change of a call to its participants, whole and with its revision; of a large one the first at
 * once and then what they come to. An answer said on sitting down goes before it: the caller need not offer again.
 */
export function projectCalls(powers: CallPowers): CallNews {
  const { bus, book, hub, database } = powers;
  const tell = async (call: CallRecord): Promise<void> => {
    const audience = await audienceOf(powers, call);
    if (!call.seats.some(isHidden)) {
      hub.notify(audience, { type: "call.changed", call: callView(call) });
      return;
    }
    for (const id of audience)
      hub.notify([id], { type: "call.changed", call: callViewFor(call, id) });
  };
  const batches = createThrottle<CallId>({
    ...powers,
    everyMs: batchEveryMs,
    onFailure: "forget",
    flush: async (callIds) => {
      // One that ended meanwhile was told of as ended.
      for (const call of callIds.flatMap((id) => book.get(id) ?? []))
        await tell(call);
    },
  });
  const running = new Set<Promise<void>>();
  const project = async (event: CallChanged): Promise<void> => {
    // A fact from this process carries its record; one from another node is read.
    const staged = book.staged(event);
    const call = staged?.call ?? (await findCall(database.db, event.callId));
    if (call === undefined) return;
    book.put(call);
    if (staged?.answer !== undefined) passAnswer(hub, call, staged.answer);
    followInRoom(powers, call);
    const isLarge = call.seats.length > mostToldAtOnce;
    if (isLarge && call.state !== "ended") batches.add(call.id);
    else await tell(call);
  };
  const feed = bus.on("call.changed", async (event) => {
    const told = project(event);
    running.add(told);
    await told.finally(() => running.delete(told));
  });
  return {
    async quiet() {
      await Promise.allSettled(running);
      await batches.quiet();
    },
    async [Symbol.asyncDispose]() {
      feed[Symbol.dispose]();
      await batches[Symbol.asyncDispose]();
    },
  };
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

/** Whoever is out of the call is out of its room; the others are seen as the call and its order say. */
export function followInRoom(
  { media, floors }: Pick<CallPowers, "media" | "floors">,
  { id, roomId, state, seats }: CallRecord,
): void {
  const { rooms } = media;
  if (state === "ended" || roomId === null) {
    rooms.close(id);
    return;
  }
  const floor = floors.get(id);
  const isToldToBeSilent = (one: PrincipalId) =>
    floor?.silences.some(
      ({ principalId, sources }) =>
        principalId === one && sources.includes("microphone"),
    ) ?? false;
  const present = seats.flatMap((seat) => {
    const { joinId } = seat;
    const hearers = hearersOf(seats, seat);
    return seat.state === "left" || joinId === null
      ? []
      : [
          {
            joinId,
            media: seat.media,
            ...(hearers === undefined ? {} : { hearers }),
            isSpotlit: seat.principalId === floor?.spotlightId,
            isSilenced: isToldToBeSilent(seat.principalId),
          },
        ];
  });
  rooms.keep(id, { roomId, seats: present });
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
