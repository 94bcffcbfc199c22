import type { CommandParams, ConversationId, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { openToGroup, seatOf, type CallRecord } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import { lockCall } from "../store/calls.ts";
import { callsTx, changeCall } from "./change-call.ts";
import { ringPeople } from "./ring-people.ts";

type Params = CommandParams<"call.invite">;

/**
 * Asks people into a call by somebody who is in it. A call of two colleagues goes on in a new closed group: the direct
 * conversation stays theirs. Refuses `request.not_found` to strangers and of people who are not there, `call.ended`,
 * `call.for_two` where there is no media server, `call.full`, `auth.forbidden` in a customer's call and of people who
 * are no members of the group.
 */
export async function invitePeople(
  powers: CallPowers,
  context: CommandContext,
  params: Params,
): Promise<{ readonly conversationId: ConversationId }> {
  if (powers.media.serverStatus() === "off") throw new AppError("call.for_two");
  const guests = await guestsOf(powers, params.userIds);
  return powers.database.transact(context.actor, async (unit) => {
    const call = await lockCall(callsTx(unit), params.callId);
    if (call === undefined) throw new AppError("request.not_found");
    requireInside(call, context);
    const conversationId =
      call.kind === "group"
        ? await requireMembers(powers, call, params)
        : await openFor(powers, unit, { call, guests, params });
    const rung = await ringPeople(powers, unit, {
      call: { ...call, conversationId },
      people: params.userIds.filter((id) => !isInside(call, id)),
      callerName: context.principal.name,
    });
    await changeCall(powers, unit, {
      callId: call.id,
      actorId: context.principal.id,
      step: (before) => ({
        ...openToGroup(before, conversationId),
        rings: rung.rings,
      }),
    });
    // A call of two has no order; now there is somebody who keeps it.
    if (call.kind === "pair")
      unit.happened({ type: "floor.changed", callId: call.id, calledIds: [] });
    return { conversationId };
  });
}

const isInside = (call: CallRecord, id: UserId): boolean => {
  const seat = seatOf(call, id);
  return seat !== undefined && seat.state !== "left";
};

function requireInside(call: CallRecord, { principal }: CommandContext): void {
  const seat = seatOf(call, principal.id);
  if (seat === undefined) throw new AppError("request.not_found");
  if (call.state === "ended") throw new AppError("call.ended");
  if (seat.state === "left" || seat.state === "invited")
    throw new AppError("request.not_found");
  // Of two one waits for the other yet.
  if (call.state === "ringing") throw new AppError("request.conflict");
}

interface Guest {
  readonly principalId: UserId;
  readonly name: string;
}

async function guestsOf(
  { users }: Pick<CallPowers, "users">,
  userIds: readonly UserId[],
): Promise<readonly Guest[]> {
  const known = await users.many(userIds);
  const enabled = known.filter(({ disabledAt }) => disabledAt === null);
  if (enabled.length < userIds.length) throw new AppError("request.not_found");
  return enabled.map(({ id, name }) => ({ principalId: id, name }));
}

async function requireMembers(
  { chats }: Pick<CallPowers, "chats">,
  { conversationId }: CallRecord,
  { userIds }: Params,
): Promise<ConversationId> {
  const members = await chats.membersOf(conversationId);
  if (!userIds.every((id) => members.includes(id)))
    throw new AppError("auth.forbidden");
  return conversationId;
}

interface NewGroup {
  readonly call: CallRecord;
  readonly guests: readonly Guest[];
  readonly params: Params;
}

/** A group of the two and those who are asked, named after all of them. */
async function openFor(
  { chats, settings }: Pick<CallPowers, "chats" | "settings">,
  unit: LentUnit,
  { call, guests, params }: NewGroup,
): Promise<ConversationId> {
  const isOfColleagues =
    call.requestId === null && call.seats.every(({ kind }) => kind === "user");
  if (!isOfColleagues) throw new AppError("auth.forbidden");
  const newcomers = guests.filter(
    ({ principalId }) => seatOf(call, principalId) === undefined,
  );
  const people = [...call.seats, ...newcomers];
  if (newcomers.length === 0) throw new AppError("request.conflict");
  if (people.length > settings.mostSeats) throw new AppError("call.full");
  const conversationId = await chats.openGroup(unit, {
    title: titleOf(people),
    members: people.map(({ principalId, name }) => ({
      principalId,
      kind: "user",
      name,
      role: principalId === call.callerId ? "owner" : "member",
    })),
    creation: { createdBy: call.callerId, clientId: params.clientId },
  });
  if (conversationId === undefined) throw new AppError("request.conflict");
  return conversationId;
}

const longestTitle = 80;

function titleOf(people: readonly { readonly name: string }[]): string {
  const title = people.map(({ name }) => name.split(" ")[0]).join(", ");
  return title.length <= longestTitle
    ? title
    : `${title.slice(0, longestTitle - 1)}…`;
}
