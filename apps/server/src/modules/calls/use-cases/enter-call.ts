import type { CallId, ConversationId, PrincipalId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { seatOf, type CallRecord } from "../domain/call-record.ts";
import { judgeEntry, type Comer } from "../domain/entry.ts";
import type { CallPowers } from "../powers.ts";
import { lockCall } from "../store/calls.ts";
import { placeOf } from "../store/lobby.ts";
import { callsTx } from "./change-call.ts";
import { floorOf } from "./change-floor.ts";
import { isModerator, keepsOrderIn } from "./moderators.ts";

/** Whoever comes, as the conversation knows them. */
export interface KnownComer extends Pick<Comer, "isMember" | "isModerator"> {
  readonly principalId: PrincipalId;
}

/**
 * How the conversation knows whoever wants to come into its call; asked before the transaction, which would wait for a
 * second connection otherwise.
 */
export async function knowComer(
  powers: CallPowers,
  call: CallRecord,
  principalId: PrincipalId,
): Promise<KnownComer> {
  const members = await powers.chats.presentMembers(call.conversationId);
  return {
    principalId,
    isMember: members.some((one) => one.principalId === principalId),
    isModerator: await isModerator(powers, call, principalId),
  };
}

/**
 * May this one come into a call of a group? The call's row is held from here on, so that nobody slips in who is being
 * shown out. Refuses `conversation.not_found` to strangers who never stood before its door, `call.locked`,
 * `call.lobby` to who has to wait for a word, and `call.refused`.
 */
export async function requireEntry(
  unit: LentUnit,
  callId: CallId,
  { principalId, ...known }: KnownComer,
): Promise<void> {
  const tx = callsTx(unit);
  const call = await lockCall(tx, callId);
  if (call === undefined || call.state === "ended") return;
  const place = await placeOf(tx, call.conversationId, principalId);
  if (!known.isMember && place === null)
    throw new AppError("conversation.not_found");
  const seat = seatOf(call, principalId);
  const refusal = judgeEntry(await floorOf(tx, call), {
    ...known,
    isSeated: seat !== undefined && seat.state !== "left",
    place,
  });
  if (refusal !== null) throw new AppError(refusal);
}

/**
 * Has this call a door from its beginning, by the rules of its conference? Then only those who keep order begin it:
 * refuses `call.lobby` to others.
 */
export async function beginsWithLobby(
  powers: CallPowers,
  conversationId: ConversationId,
  principalId: PrincipalId,
): Promise<boolean> {
  const rules = await powers.conferences.rulesIn(conversationId);
  if (rules?.hasLobby !== true) return false;
  if (!(await keepsOrderIn(powers, conversationId, principalId)))
    throw new AppError("call.lobby");
  return true;
}
