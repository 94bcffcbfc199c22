import type { ConversationId, PrincipalId } from "@veche/contracts";
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

/** Lets somebody in and writes it to the log; whoever is in already stays as they are. */
export async function addMember(
  { clock }: { readonly clock: Clock },
  unit: LentUnit,
  { conversationId, member, actorId }: Joining,
): Promise<void> {
  await lockConversation(unit, conversationId);
  const at = clock.now();
  const [joined] = await insertMembers(unit, conversationId, {
    members: [member],
    at,
  });
  if (joined === undefined) return;
  // Told before the entry, so that the entry already reaches the new member.
  unit.happened({
    type: "members.changed",
    conversationId,
    joined: [member.principalId],
    left: [],
  });
  await appendEntries(
    unit,
    [
      {
        conversationId,
        event: { type: "member.joined", actorId, member: joined },
      },
    ],
    at,
  );
}

/** Shows somebody out and writes it to the log; for somebody who is not in it does nothing. */
export async function removeMember(
  { clock }: { readonly clock: Clock },
  unit: LentUnit,
  { conversationId, principalId, actorId }: Leaving,
): Promise<void> {
  await lockConversation(unit, conversationId);
  const at = clock.now();
  const name = await markLeft(unit, conversationId, { principalId, at });
  if (name === undefined) return;
  unit.happened({
    type: "members.changed",
    conversationId,
    joined: [],
    left: [principalId],
  });
  await appendEntries(
    unit,
    [
      {
        conversationId,
        event: { type: "member.left", actorId, principalId, name },
      },
    ],
    at,
  );
}
