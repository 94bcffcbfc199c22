import type {
  CallSeat,
  DomainEventOf,
  Floor,
  NoticeOf,
  PrincipalId,
} from "@veche/contracts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallRecord } from "../domain/call-record.ts";
import type { FloorRecord } from "../domain/floor.ts";
import type { CallPowers } from "../powers.ts";
import { followInRoom } from "./project-calls.ts";
import { findCall } from "../store/calls.ts";
import { placesBefore, placeOf, type StoredPlace } from "../store/lobby.ts";
import { floorOf } from "../use-cases/change-floor.ts";
import { moderatorsOf } from "../use-cases/moderators.ts";
import { presentersIn } from "../use-cases/presenters.ts";

interface SeenFloor {
  readonly floor: FloorRecord;
  readonly places: readonly StoredPlace[];
  readonly moderatorIds: readonly PrincipalId[];
  readonly presenterIds: readonly PrincipalId[] | null;
}

/** The order as this one may see it: who stands before the door is told to those who keep order. */
const floorView = (
  { floor, places, moderatorIds, presenterIds }: SeenFloor,
  who: "moderator" | "other",
): Floor => ({
  ...floor,
  hands: [...floor.hands],
  silences: floor.silences.map(({ principalId, sources }) => ({
    principalId,
    sources: [...sources],
  })),
  moderatorIds: [...moderatorIds],
  presenterIds: presenterIds && [...presenterIds],
  lobby:
    who === "moderator"
      ? places
          .filter(({ state }) => state !== "admitted")
          .map(({ principalId, name, isGuest, state, since }) => ({
            ...{ principalId, name, isGuest, state },
            since: since.toISOString(),
          }))
      : [],
});

async function seeFloor(
  powers: CallPowers,
  call: CallRecord,
): Promise<SeenFloor> {
  const { db } = powers.database;
  const [floor, places, moderatorIds, presenterIds] = await Promise.all([
    floorOf(db, call),
    placesBefore(db, call.conversationId),
    moderatorsOf(powers, call),
    presentersIn(powers, call.conversationId),
  ]);
  powers.floors.put(floor);
  return { floor, places, moderatorIds, presenterIds };
}

/** What one who is in the call is told of its order; nothing in a call of two. */
export async function floorNotice(
  powers: CallPowers,
  call: CallRecord,
  principalId: PrincipalId,
): Promise<NoticeOf<"floor.changed"> | undefined> {
  if (call.kind !== "group" || call.state === "ended") return undefined;
  const seen = await seeFloor(powers, call);
  const who = seen.moderatorIds.includes(principalId) ? "moderator" : "other";
  return { type: "floor.changed", floor: floorView(seen, who) };
}

/** Whoever sits down is told of the call's order at once. */
export async function shownFloor(
  powers: CallPowers,
  { principal, connectionId }: CommandContext,
  seat: CallSeat,
): Promise<CallSeat> {
  const call = await findCall(powers.database.db, seat.call.id);
  const notice = call && (await floorNotice(powers, call, principal.id));
  if (notice !== undefined) powers.hub.notifyConnection(connectionId, notice);
  return seat;
}

/** Shows the order of calls as it is now to those who are in them, and their word to those before the doors. */
export async function showFloors(
  powers: CallPowers,
  changes: readonly DomainEventOf<"floor.changed">[],
): Promise<void> {
  for (const callId of new Set(changes.map((change) => change.callId))) {
    const call = await findCall(powers.database.db, callId);
    if (call === undefined || call.state === "ended") continue;
    await showFloor(powers, call);
    const calledIds = changes
      .filter((change) => change.callId === callId)
      .flatMap((change) => change.calledIds);
    await tellCalled(powers, call, new Set(calledIds));
  }
}

async function showFloor(powers: CallPowers, call: CallRecord): Promise<void> {
  const seen = await seeFloor(powers, call);
  followInRoom(powers, call);
  const presentIds = call.seats
    .filter(({ state }) => state !== "left")
    .map(({ principalId }) => principalId);
  const whoIs = (id: PrincipalId) =>
    seen.moderatorIds.includes(id) ? "moderator" : "other";
  for (const who of ["moderator", "other"] as const)
    powers.hub.notify(
      presentIds.filter((id) => whoIs(id) === who),
      { type: "floor.changed", floor: floorView(seen, who) },
    );
}

async function tellCalled(
  { hub, database }: CallPowers,
  { id: callId, conversationId }: CallRecord,
  calledIds: ReadonlySet<PrincipalId>,
): Promise<void> {
  for (const principalId of calledIds)
    hub.notify([principalId], {
      type: "lobby.changed",
      ...{ conversationId, callId },
      state: await placeOf(database.db, conversationId, principalId),
    });
}
