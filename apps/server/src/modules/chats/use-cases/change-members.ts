import {
  SMALL_CONVERSATION_MEMBERS,
  type ConversationId,
  type ConversationKind,
  type PrincipalId,
} from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { appendEntries } from "../store/append-entries.ts";
import {
  insertMembers,
  lockConversation,
  markLeft,
  type NewMember,
} from "../store/members.ts";

export interface Joining {
  readonly conversationId: ConversationId;
  readonly member: NewMember;
  /** Who let them in; null when the server did. */
  readonly actorId: PrincipalId | null;
}

export interface Leaving {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  readonly actorId: PrincipalId | null;
}

interface Powers {
  readonly clock: Clock;
}

/** Lets somebody in and writes it to the log; whoever is in already stays as they are. */
export async function addMember(
  powers: Powers,
  unit: LentUnit,
  { conversationId, member, actorId }: Joining,
): Promise<void> {
  await lockConversation(unit, conversationId);
  await letIn(powers, unit, {
    conversationId,
    members: [member],
    actorId,
    isLogged: true,
  });
}

/** Shows somebody out and writes it to the log; for somebody who is not in it does nothing. */
export async function removeMember(
  powers: Powers,
  unit: LentUnit,
  leaving: Leaving,
): Promise<void> {
  await lockConversation(unit, leaving.conversationId);
  await showOut(powers, unit, { ...leaving, isLogged: true });
}

/**
 * In a large channel nobody is told of who comes and goes: with ten thousand members that would be the greater part of
 * its log, and ten thousand frames for each.
 */
export const tellsMembership = (place: {
  readonly kind: ConversationKind;
  readonly memberCount: number;
}): boolean =>
  place.kind !== "channel" || place.memberCount <= SMALL_CONVERSATION_MEMBERS;

export interface Entrance {
  readonly conversationId: ConversationId;
  readonly members: readonly NewMember[];
  readonly actorId: PrincipalId | null;
  readonly isLogged: boolean;
  /** What stands up to here is no news to them. */
  readonly knownTo?: number;
}

/** Lets people into a conversation that is held; those who are in stay as they are. */
export async function letIn(
  { clock }: Powers,
  unit: LentUnit,
  { conversationId, members, actorId, isLogged, knownTo = 0 }: Entrance,
): Promise<void> {
  const at = clock.now();
  const { who: joined, memberCount } = await insertMembers(
    unit,
    conversationId,
    { members, at, knownTo },
  );
  if (joined.length === 0) return;
  // Told before the entries, so that these already reach the new members.
  unit.happened({
    type: "members.changed",
    conversationId,
    joined: joined.map(({ principalId }) => principalId),
    left: [],
  });
  tellCrossing(unit, conversationId, {
    before: memberCount - joined.length,
    after: memberCount,
  });
  if (!isLogged) return;
  await appendEntries(
    unit,
    joined.map((member) => ({
      conversationId,
      event: { type: "member.joined", actorId, member },
    })),
    { at },
  );
}

/** To those who hold the whole list of members, or no longer do. */
function tellCrossing(
  unit: LentUnit,
  conversationId: ConversationId,
  { before, after }: { readonly before: number; readonly after: number },
): void {
  const isSmall = (count: number) => count <= SMALL_CONVERSATION_MEMBERS;
  if (isSmall(before) !== isSmall(after))
    unit.happened({ type: "conversation.size_crossed", conversationId });
}

export interface Exit extends Leaving {
  readonly isLogged: boolean;
}

/** Shows somebody out of a conversation that is held. */
export async function showOut(
  { clock }: Powers,
  unit: LentUnit,
  { conversationId, principalId, actorId, isLogged }: Exit,
): Promise<void> {
  const at = clock.now();
  const gone = await markLeft(unit, conversationId, { principalId, at });
  if (gone === undefined) return;
  const { who: name, memberCount } = gone;
  unit.happened({
    type: "members.changed",
    conversationId,
    joined: [],
    left: [principalId],
  });
  tellCrossing(unit, conversationId, {
    before: memberCount + 1,
    after: memberCount,
  });
  if (!isLogged) return;
  await appendEntries(
    unit,
    [
      {
        conversationId,
        event: { type: "member.left", actorId, principalId, name },
      },
    ],
    { at },
  );
}
