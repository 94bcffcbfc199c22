import {
  MAX_RUNG_PEOPLE,
  type Member,
  type PrincipalId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { isOfMany, mayStart } from "../domain/may-start.ts";
import { invitedSeat, type Party } from "../domain/new-seat.ts";
import type { Seat } from "../domain/seat.ts";
import type { CallPowers } from "../powers.ts";
import type { CommandParams } from "@veche/contracts";

export type Called =
  | { readonly kind: "one"; readonly seat: Seat }
  /** `isTold`: there are too many to ring them. */
  | {
      readonly kind: "many";
      readonly people: readonly PrincipalId[];
      readonly isTold: boolean;
    };

/**
 * Whom a call in this conversation is for. Refuses `conversation.not_found` to strangers, `auth.forbidden` to those who
 * may only read, `request.conflict` where nobody can be called.
 */
export async function whoIsCalled(
  { chats }: Pick<CallPowers, "chats">,
  { principal }: Pick<CommandContext, "principal">,
  { conversationId }: Pick<CommandParams<"call.start">, "conversationId">,
): Promise<Called> {
  const { role } = await chats.requireMember(conversationId, principal.id);
  const profile = await chats.profile(conversationId);
  if (profile === undefined) throw new AppError("conversation.not_found");
  if (!mayStart(profile, role)) throw new AppError("auth.forbidden");
  const memberIds = await chats.membersOf(conversationId);
  const others = memberIds.filter((id) => id !== principal.id);
  // One of them may be the application whose object they talk about.
  if (isOfMany(profile, others.length) && others.length > MAX_RUNG_PEOPLE + 1)
    return { kind: "many", people: [], isTold: true };
  const people = peopleAmong(
    await Promise.all(
      others.map((id) => chats.requireMember(conversationId, id)),
    ),
  );
  if (isOfMany(profile, people.length))
    return {
      kind: "many",
      people: people.map(({ principalId }) => principalId),
      isTold: false,
    };
  const [callee, ...more] = people;
  if (callee === undefined || more.length > 0)
    throw new AppError("request.conflict");
  return { kind: "one", seat: invitedSeat(callee) };
}

/** An application is in the conversation, not in the call. */
const peopleAmong = (members: readonly Member[]): readonly Party[] =>
  members.flatMap(({ kind, principalId, name }) =>
    kind === "application" ? [] : [{ kind, principalId, name }],
  );
