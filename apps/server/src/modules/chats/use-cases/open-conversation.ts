import type {
  ClientId,
  Conversation,
  ConversationId,
  ConversationKind,
  ObjectReference,
  PrincipalId,
  UserId,
} from "@veche/contracts";
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
  readonly about?: string | null;
  readonly access?: Conversation["access"];
  readonly posting?: Conversation["posting"];
  /** What makes it the same creation when it is asked for again. */
  readonly creation?: {
    readonly createdBy: PrincipalId;
    readonly clientId: ClientId;
  };
  /** The two of a direct conversation, in the order of their ids. */
  readonly pair?: readonly [UserId, UserId];
  /** What a context conversation is about. */
  readonly object?: ObjectReference;
}

/**
 * A new conversation with an empty log; its first members are its beginning and need no entry. Undefined when it is
 * there already, by its pair, its object or its creation: that one is to be found in a new statement.
 */
export async function openOnce(
  { clock, ids }: OpeningPowers,
  unit: LentUnit,
  opening: Opening,
): Promise<ConversationId | undefined> {
  const { kind, title, members, creation, pair, object } = opening;
  const at = clock.now();
  const [opened] = await rowsOf<{ id: ConversationId }>(
    unit.tx,
    `INSERT INTO conversations (id, kind, title, about, access, posting, created_by, client_id,
       direct_one, direct_other, created_at, changed_at, active_at, object_application, object_type, object_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $11, $12, $13, $14)
     ON CONFLICT DO NOTHING RETURNING id`,
    [
      ids.next<ConversationId>(),
      kind,
      title,
      opening.about ?? null,
      opening.access ?? "invited",
      opening.posting ?? "members",
      creation?.createdBy ?? null,
      creation?.clientId ?? null,
      pair?.[0] ?? null,
      pair?.[1] ?? null,
      at.toISOString(),
      object?.application ?? null,
      object?.type ?? null,
      object?.id ?? null,
    ],
  );
  if (opened === undefined) return undefined;
  const conversationId = opened.id;
  await insertMembers(unit, conversationId, { members, at });
  unit.happened({
    type: "members.changed",
    conversationId,
    joined: members.map((member) => member.principalId),
    left: [],
  });
  return conversationId;
}

/** A new conversation that nothing but its id names. */
export async function openConversation(
  powers: OpeningPowers,
  unit: LentUnit,
  opening: Omit<Opening, "creation" | "pair" | "object">,
): Promise<ConversationId> {
  const opened = await openOnce(powers, unit, opening);
  if (opened === undefined) throw new Error("an id was given away twice");
  return opened;
}
