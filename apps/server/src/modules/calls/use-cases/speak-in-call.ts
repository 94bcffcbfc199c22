import type {
  CallId,
  Caption,
  CommandParams,
  ConversationId,
  Notice,
  Pointing,
  PrincipalId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { seatOf, type CallRecord } from "../domain/call-record.ts";
import { isKnownTo } from "../domain/supervision.ts";
import type { CallPowers } from "../powers.ts";
import { findCall, openCallIn } from "../store/calls.ts";
import { floorOf } from "./change-floor.ts";
import { keptCall } from "./keep-order.ts";
import { isModerator } from "./moderators.ts";

/** The open call, if this one has a seat in it now; from memory where it can. */
async function findOwnCall(
  { book, database }: CallPowers,
  principalId: PrincipalId,
  callId: CallId,
): Promise<CallRecord | undefined> {
  const isHere = (call: CallRecord | undefined): call is CallRecord => {
    const seat = call && seatOf(call, principalId);
    return seat !== undefined && seat.state !== "left";
  };
  const known = book.get(callId);
  const call = isHere(known) ? known : await findCall(database.db, callId);
  return isHere(call) ? call : undefined;
}

/** The same. Refuses `request.not_found`. */
async function ownCall(
  ...[powers, principalId, callId]: Parameters<typeof findOwnCall>
): Promise<CallRecord> {
  const call = await findOwnCall(powers, principalId, callId);
  if (call === undefined) throw new AppError("request.not_found");
  return call;
}

/** A group has an order, with what belongs to it; two need none. */
async function ownGroupCall(
  ...[powers, principalId, callId]: Parameters<typeof ownCall>
): Promise<CallRecord> {
  const call = await ownCall(powers, principalId, callId);
  if (call.kind !== "group") throw new AppError("request.not_found");
  return call;
}

/** To everybody who is in the call now and may know of who says it: nothing of it is kept. */
function tellAll(
  { hub }: CallPowers,
  call: CallRecord,
  notice: Notice & { readonly principalId: PrincipalId },
): void {
  const author = seatOf(call, notice.principalId);
  const present = call.seats.filter(
    (seat) =>
      seat.state !== "left" &&
      (author === undefined || isKnownTo(seat, author)),
  );
  hub.notify(
    present.map(({ principalId }) => principalId),
    notice,
  );
}

export async function react(
  powers: CallPowers,
  { principal }: CommandContext,
  { callId, reaction }: CommandParams<"floor.react">,
): Promise<void> {
  const call = await ownGroupCall(powers, principal.id, callId);
  const principalId = principal.id;
  tellAll(powers, call, {
    type: "floor.reacted",
    callId,
    principalId,
    reaction,
  });
}

/** Words of one who speaks. */
export async function caption(
  powers: CallPowers,
  { principal }: CommandContext,
  { callId, caption: words }: CommandParams<"floor.caption">,
): Promise<void> {
  const call = await ownCall(powers, principal.id, callId);
  tellWords(powers, call, { principalId: principal.id, caption: words });
}

interface Words {
  readonly principalId: PrincipalId;
  readonly caption: Caption;
}

const tellWords = (powers: CallPowers, call: CallRecord, words: Words): void =>
  tellAll(powers, call, { type: "floor.captioned", callId: call.id, ...words });

/**
 * Words of somebody who speaks in the conversation's call, from a program that hears them. Refuses `request.conflict`
 * where they are in no call there.
 */
export async function captionFor(
  powers: CallPowers,
  {
    conversationId,
    ...words
  }: Words & { readonly conversationId: ConversationId },
): Promise<void> {
  const callId = await openCallIn(powers.database.db, conversationId);
  const call =
    callId === undefined
      ? undefined
      : await findOwnCall(powers, words.principalId, callId);
  if (call === undefined) throw new AppError("request.conflict");
  tellWords(powers, call, words);
}

/**
 * The pointer over a screen. Whoever shows it always may; others by the call's rule, and in a call of two always. What
 * everybody drew is wiped by whoever shows it or keeps order. Refuses `request.conflict` while nobody shows that screen,
 * and `auth.forbidden`.
 */
export async function point(
  powers: CallPowers,
  { principal }: CommandContext,
  { callId, ownerId, pointing }: CommandParams<"floor.point">,
): Promise<void> {
  const call = await ownCall(powers, principal.id, callId);
  if (seatOf(call, ownerId)?.media.screen !== true)
    throw new AppError("request.conflict");
  if (ownerId !== principal.id)
    await requireDrawing(powers, { call, pointing }, principal);
  tellAll(powers, call, {
    type: "floor.pointed",
    callId,
    principalId: principal.id,
    ownerId,
    pointing,
  });
}

async function requireDrawing(
  powers: CallPowers,
  {
    call,
    pointing,
  }: { readonly call: CallRecord; readonly pointing: Pointing },
  { id }: CommandContext["principal"],
): Promise<void> {
  const wipesAll = pointing.kind === "wiped" && pointing.whose === "everybody";
  const isFree =
    !wipesAll && (call.kind === "pair" || (await isForEveryone(powers, call)));
  const isKept = async () =>
    call.kind === "group" && (await isModerator(powers, call, id));
  if (isFree || (await isKept())) return;
  throw new AppError("auth.forbidden");
}

async function isForEveryone(
  { floors, database }: CallPowers,
  call: CallRecord,
): Promise<boolean> {
  const known = floors.get(call.id);
  const floor = known ?? (await floorOf(database.db, call));
  if (known === undefined) floors.put(floor);
  return floor.drawing === "everyone";
}

/** A question to one of those present; nobody answers in their place. Refuses what `keptCall` refuses. */
export async function askToPutOn(
  powers: CallPowers,
  context: CommandContext,
  { callId, principalId, source }: CommandParams<"floor.ask">,
): Promise<void> {
  const call = await keptCall(powers, context, callId);
  const connectionId = seatOf(call, principalId)?.connectionId ?? null;
  // Whoever is away now is not asked: the question would be stale when they are back.
  if (connectionId === null) throw new AppError("request.conflict");
  powers.hub.notifyConnection(connectionId, {
    type: "floor.asked",
    callId,
    source,
    byName: context.principal.name,
  });
}
