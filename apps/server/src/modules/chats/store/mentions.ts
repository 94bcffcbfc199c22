import type { ConversationId, PrincipalId } from "@veche/contracts";
import {
  type LentUnit,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import {
  namingOf,
  type Carriers,
  type Naming,
  type Target,
} from "../domain/mention-targets.ts";
import type { LoggedEvent } from "./append-entries.ts";

/** Stands for every member. */
export const everybodyId = "00000000-0000-0000-0000-000000000000";

interface NamingIn extends Naming {
  readonly conversationId: ConversationId;
}

/**
 * Keeps whom the messages name, as the events leave it, and says whose count that may have changed beside the event
 * itself: those whom a message that stood already names now or did before.
 */
export async function keepMentions(
  unit: LentUnit,
  events: readonly LoggedEvent[],
  carriers: Carriers,
): Promise<void> {
  const namings = new Map<string, NamingIn>();
  for (const { conversationId, event } of events) {
    const naming = namingOf(event, carriers);
    if (naming === undefined) continue;
    const key = `${conversationId}/${naming.messageSeq}`;
    namings.set(key, { ...naming, conversationId });
  }
  if (namings.size === 0) return;
  const all = [...namings.values()];
  const changes = all.filter(({ isChange }) => isChange);
  const before = await forget(unit, changes);
  await remember(unit, all);
  for (const { conversationId, messageSeq, targets } of changes) {
    const old = before.filter(
      (row) => row.conversationId === conversationId && row.seq === messageSeq,
    );
    const was = new Set(old.map(({ targetId }) => targetOf(targetId)));
    const named = [
      ...[...was].filter((target) => !targets.has(target)),
      ...[...targets].filter((target) => !was.has(target)),
    ];
    if (named.length > 0)
      unit.happened({ type: "mentions.changed", conversationId, named });
  }
}

const targetOf = (id: string): Target =>
  // The table holds what `remember` wrote: principals, and the nil id.
  id === everybodyId ? "all" : (id as PrincipalId);

interface MentionRow {
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly targetId: string;
}

async function forget(
  unit: LentUnit,
  namings: readonly NamingIn[],
): Promise<readonly MentionRow[]> {
  if (namings.length === 0) return [];
  return rowsOf<MentionRow>(
    unit.tx,
    `DELETE FROM mentions n USING unnest($1::uuid[], $2::integer[]) AS i (c, s)
     WHERE n.conversation_id = i.c AND n.seq = i.s
     RETURNING n.conversation_id AS "conversationId", n.seq, n.target_id AS "targetId"`,
    [
      namings.map(({ conversationId }) => conversationId),
      namings.map(({ messageSeq }) => messageSeq),
    ],
  );
}

async function remember(
  unit: LentUnit,
  namings: readonly NamingIn[],
): Promise<void> {
  const rows = namings.flatMap(
    ({ conversationId, messageSeq, authorId, targets }) =>
      [...targets].map((target) => ({
        c: conversationId,
        s: messageSeq,
        t: target === "all" ? everybodyId : target,
        a: authorId,
      })),
  );
  if (rows.length === 0) return;
  await sendOff(
    unit,
    `INSERT INTO mentions (conversation_id, seq, target_id, author_id)
     SELECT c, s, t, a FROM json_to_recordset($1::json) AS i (c uuid, s integer, t uuid, a uuid)
     WHERE a IS NOT NULL ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows)],
  );
}
