import type {
  ConversationId,
  NewTimelineEvent,
  TimelineEvent,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { rowsOf, type LentUnit } from "../../../platform/db/statements.ts";
import { shownOf } from "../domain/last-message.ts";

export interface NewLogEntry {
  readonly conversationId: ConversationId;
  readonly event: NewTimelineEvent;
}

/**
 * Numbers and writes entries of many logs at once. The update of `head_seq` holds each conversation's row until the
 * commit, so nobody else can number in between and no position is seen before the ones under it. Rows are locked in
 * the order of ids: two writers that share conversations cannot wait for each other.
 */
const appendStatement = `
  WITH input AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json) AS i (c uuid, n integer, t text, a uuid, p jsonb, shown jsonb)
  ), counts AS (
    SELECT c, count(*)::integer AS total, max(n) FILTER (WHERE t <> 'receipt.moved') AS last_entry,
      max(n) FILTER (WHERE shown IS NOT NULL) AS last_message
    FROM input GROUP BY c
  ), locked AS MATERIALIZED (
    SELECT id FROM conversations WHERE id IN (SELECT c FROM counts) ORDER BY id FOR UPDATE
  ), heads AS (
    UPDATE conversations v
    SET head_seq = v.head_seq + k.total,
        last_entry_seq = coalesce(v.head_seq + k.last_entry, v.last_entry_seq),
        changed_at = $2,
        active_at = CASE WHEN k.last_message IS NULL THEN v.active_at ELSE $2 END,
        last_message = CASE WHEN k.last_message IS NULL THEN v.last_message ELSE
          s.shown || CASE WHEN v.confidentiality IS NULL THEN '{}' ELSE '{"excerpt": ""}'::jsonb END
          || jsonb_build_object('seq', v.head_seq + k.last_message, 'at', $3::text, 'authorId', s.a, 'authorName',
            (SELECT m.name FROM members m WHERE m.conversation_id = v.id AND m.principal_id = s.a)) END
    FROM counts k JOIN locked l ON l.id = k.c
    LEFT JOIN input s ON s.c = k.c AND s.n = k.last_message
    WHERE v.id = k.c
    RETURNING v.id, v.head_seq - k.total AS base
  ), written AS (
    INSERT INTO conversation_events (conversation_id, seq, type, at, actor_id, payload)
    SELECT i.c, h.base + i.n, i.t, $2, i.a, i.p FROM input i JOIN heads h ON h.id = i.c
  )
  SELECT id, base FROM heads`;

/** An event in its log. */
export interface LoggedEvent {
  readonly conversationId: ConversationId;
  readonly event: TimelineEvent;
}

/** The events with their places, in the order of `entries`. Refuses an unknown conversation. */
export async function appendEntries(
  unit: LentUnit,
  entries: readonly NewLogEntry[],
  at: Date,
): Promise<readonly LoggedEvent[]> {
  if (entries.length === 0) return [];
  const { rows, places } = numberWithin(entries);
  const instant = at.toISOString();
  const heads = await rowsOf<{ id: ConversationId; base: number }>(
    unit.tx,
    appendStatement,
    [JSON.stringify(rows), instant, instant],
  );
  const bases = new Map(heads.map(({ id, base }) => [id, base]));

  const appended = entries.map(({ conversationId, event }, index) => {
    const base = bases.get(conversationId);
    if (base === undefined) throw new AppError("conversation.not_found");
    const seq = base + (places[index] ?? 0);
    return { conversationId, event: { ...event, seq, at: instant } };
  });
  tell(unit, appended);
  return appended;
}

/** Counts each conversation's entries from 1, in their order. */
function numberWithin(entries: readonly NewLogEntry[]) {
  const lengths = new Map<ConversationId, number>();
  const places: number[] = [];
  const rows = entries.map(({ conversationId, event }) => {
    const { type, actorId, ...payload } = event;
    const place = (lengths.get(conversationId) ?? 0) + 1;
    lengths.set(conversationId, place);
    places.push(place);
    const row = {
      c: conversationId,
      n: place,
      t: type,
      a: actorId,
      p: payload,
    };
    return event.type === "message.created"
      ? { ...row, shown: shownOf(event) }
      : row;
  });
  return { rows, places };
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
