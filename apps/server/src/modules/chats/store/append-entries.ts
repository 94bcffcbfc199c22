import type {
  ConversationId,
  NewTimelineEvent,
  TimelineEvent,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import {
  rowsOf,
  sendOff,
  type LentUnit,
} from "../../../platform/db/statements.ts";
import { shownOf } from "../domain/last-message.ts";

export interface NewLogEntry {
  readonly conversationId: ConversationId;
  readonly event: NewTimelineEvent;
}

/** How far logs went when their conversations' rows were held; nobody else numbers in them until the commit. */
export type HeldHeads = ReadonlyMap<ConversationId, number>;

/** Rows are held in the order of ids: two writers that share conversations cannot wait for each other. */
const holdStatement = `
  SELECT id, head_seq AS "headSeq" FROM conversations WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`;

const appendStatement = `
  WITH input AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json) AS i (c uuid, n integer, t text, a uuid, p jsonb, shown jsonb)
  ), written AS (
    INSERT INTO conversation_events (conversation_id, seq, type, at, actor_id, payload)
    SELECT c, n, t, $2, a, p FROM input
  ), ends AS (
    SELECT c, max(n) AS head, max(n) FILTER (WHERE t <> 'receipt.moved') AS last_entry,
      max(n) FILTER (WHERE shown IS NOT NULL) AS last_message
    FROM input GROUP BY c
  )
  UPDATE conversations v
  SET head_seq = k.head,
      last_entry_seq = coalesce(k.last_entry, v.last_entry_seq),
      changed_at = $2,
      active_at = CASE WHEN k.last_message IS NULL THEN v.active_at ELSE $2 END,
      last_message = CASE WHEN k.last_message IS NULL THEN v.last_message ELSE
        s.shown || CASE WHEN v.confidentiality IS NULL THEN '{}' ELSE '{"excerpt": ""}'::jsonb END
        || jsonb_build_object('seq', k.last_message, 'at', $3::text, 'authorId', s.a, 'authorName',
          (SELECT m.name FROM members m WHERE m.conversation_id = v.id AND m.principal_id = s.a)) END
  FROM ends k LEFT JOIN input s ON s.c = k.c AND s.n = k.last_message
  WHERE v.id = k.c`;

/** An event in its log. */
export interface LoggedEvent {
  readonly conversationId: ConversationId;
  readonly event: TimelineEvent;
}

export interface Moment {
  readonly at: Date;
  /** Of all these conversations, by whoever holds their rows already. */
  readonly heldHeads?: HeldHeads | undefined;
}

/**
 * Numbers entries of many logs at once and sends them off; answers with them in their places, in the order of
 * `entries`. The conversations' rows are held until the commit, so nobody else numbers in between and no position is
 * seen before the ones under it. Refuses an unknown conversation.
 */
export async function appendEntries(
  unit: LentUnit,
  entries: readonly NewLogEntry[],
  { at, heldHeads }: Moment,
): Promise<readonly LoggedEvent[]> {
  if (entries.length === 0) return [];
  const heads = new Map(heldHeads ?? (await holdHeads(unit, entries)));
  const instant = at.toISOString();
  const appended = entries.map(({ conversationId, event }) => {
    const head = heads.get(conversationId);
    if (head === undefined) throw new AppError("conversation.not_found");
    const seq = head + 1;
    heads.set(conversationId, seq);
    return { conversationId, event: { ...event, seq, at: instant } };
  });
  await sendOff(unit, appendStatement, [
    JSON.stringify(rowsFor(appended)),
    instant,
    instant,
  ]);
  tell(unit, appended);
  return appended;
}

async function holdHeads(
  unit: LentUnit,
  entries: readonly NewLogEntry[],
): Promise<HeldHeads> {
  const ids = new Set(entries.map(({ conversationId }) => conversationId));
  const rows = await rowsOf<{ id: ConversationId; headSeq: number }>(
    unit.tx,
    holdStatement,
    [[...ids]],
  );
  return new Map(rows.map(({ id, headSeq }) => [id, headSeq]));
}

/** What the lists show is told of each conversation's newest message alone. */
function rowsFor(appended: readonly LoggedEvent[]) {
  const newest = new Map<ConversationId, TimelineEvent>();
  for (const { conversationId, event } of appended)
    if (event.type === "message.created") newest.set(conversationId, event);
  return appended.map(({ conversationId, event }) => {
    const { type, actorId, seq, at: _at, ...payload } = event;
    const row = { c: conversationId, n: seq, t: type, a: actorId, p: payload };
    return event.type === "message.created" &&
      newest.get(conversationId) === event
      ? { ...row, shown: shownOf(event) }
      : row;
  });
}

function tell(unit: LentUnit, appended: readonly LoggedEvent[]): void {
  const byConversation = Map.groupBy(
    appended,
    ({ conversationId }) => conversationId,
  );
  for (const [conversationId, logged] of byConversation) {
    const events = logged.map(({ event }) => event);
    unit.happened({ type: "timeline.appended", conversationId, events });
  }
}
