import type { ConversationId, ConversationKind } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";
import type { Ids } from "../../../platform/ids.ts";
import { insertMembers, type NewMember } from "../store/members.ts";

export interface OpeningPowers {
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface Opening {
  readonly kind: ConversationKind;
  readonly title: string | null;
  readonly members: readonly NewMember[];
}

/** A new conversation with an empty log; its first members are its beginning and need no entry. */
export async function openConversation(
  { clock, ids }: OpeningPowers,
  unit: LentUnit,
  { kind, title, members }: Opening,
): Promise<ConversationId> {
  const conversationId = ids.next<ConversationId>();
  const at = clock.now();
  await rowsOf(
    unit.tx,
    `INSERT INTO conversations (id, kind, title, created_at, changed_at, active_at) VALUES ($1, $2, $3, $4, $4, $4)`,
    [conversationId, kind, title, at.toISOString()],
  );
  await insertMembers(unit, conversationId, { members, at });
  unit.happened({
    type: "members.changed",
    conversationId,
    joined: members.map((member) => member.principalId),
    left: [],
  });
  return conversationId;
}
