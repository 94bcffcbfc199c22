import type {
  CallDirection,
  CallEndReason,
  CallId,
  CallMedia,
  ConversationId,
  PrincipalId,
} from "@veche/contracts";
import {
  rowsOf,
  type StatementRunner,
} from "../../../platform/db/statements.ts";

export interface HistoryRow {
  readonly callId: CallId;
  readonly conversationId: ConversationId;
  readonly media: CallMedia;
  readonly kind: "pair" | "group";
  readonly direction: CallDirection;
  readonly startedAt: Date;
  readonly liveAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: CallEndReason | null;
  /** The others who have or had a seat, in the order of coming. */
  readonly people: readonly {
    readonly principalId: PrincipalId;
    readonly name: string;
  }[];
  /** And those it rang for in vain. */
  readonly rungIds: readonly PrincipalId[];
}

export interface HistoryQuestion {
  readonly principalId: PrincipalId;
  readonly direction: CallDirection | null;
  readonly before: Date | null;
  readonly limit: number;
}

/** Calls with colleagues that somebody was in or called to, the newest first. What rings still is no history. */
export function callHistory(
  runner: StatementRunner,
  { principalId, direction, before, limit }: HistoryQuestion,
): Promise<readonly HistoryRow[]> {
  return rowsOf<HistoryRow>(
    runner,
    `WITH mine AS (
       SELECT call_id FROM call_participants WHERE principal_id = $1
       UNION SELECT call_id FROM call_rings WHERE principal_id = $1),
     told AS (
       SELECT c.*, CASE
           WHEN c.caller_id = $1 THEN 'outgoing'
           WHEN p.join_id IS NOT NULL THEN 'incoming'
           WHEN r.state IN ('missed', 'declined') THEN r.state END AS direction
       FROM mine m JOIN calls c ON c.id = m.call_id
       LEFT JOIN call_participants p ON p.call_id = c.id AND p.principal_id = $1
       LEFT JOIN call_rings r ON r.call_id = c.id AND r.principal_id = $1
       WHERE c.request_id IS NULL)
     SELECT t.id AS "callId", t.conversation_id AS "conversationId", t.media, t.kind, t.direction,
       t.created_at AS "startedAt", t.live_at AS "liveAt", t.ended_at AS "endedAt", t.end_reason AS "endReason",
       (SELECT coalesce(json_agg(json_build_object('principalId', o.principal_id, 'name', o.name) ORDER BY o.place), '[]')
        FROM call_participants o WHERE o.call_id = t.id AND o.principal_id <> $1) AS people,
       (SELECT coalesce(json_agg(g.principal_id ORDER BY g.rung_at, g.principal_id), '[]')
        FROM call_rings g WHERE g.call_id = t.id AND g.principal_id <> $1) AS "rungIds"
     FROM told t
     WHERE t.direction IS NOT NULL AND ($2::text IS NULL OR t.direction = $2)
       AND ($3::timestamptz IS NULL OR t.created_at < $3)
     ORDER BY t.created_at DESC LIMIT $4`,
    [principalId, direction, before?.toISOString() ?? null, limit],
  );
}

/** Missed since they looked at their calls last. */
export async function missedCount(
  runner: StatementRunner,
  principalId: PrincipalId,
): Promise<number> {
  const [row] = await rowsOf<{ count: number }>(
    runner,
    `SELECT count(*)::int AS count FROM call_rings r
     WHERE r.principal_id = $1 AND r.state = 'missed'
       AND r.rung_at > coalesce((SELECT looked_at FROM call_looks WHERE user_id = $1), '-infinity')
       AND NOT EXISTS (SELECT FROM call_participants p
         WHERE p.call_id = r.call_id AND p.principal_id = $1 AND p.join_id IS NOT NULL)`,
    [principalId],
  );
  return row?.count ?? 0;
}

export async function keepLook(
  runner: StatementRunner,
  { userId, at }: { readonly userId: PrincipalId; readonly at: Date },
): Promise<void> {
  await rowsOf(
    runner,
    `INSERT INTO call_looks (user_id, looked_at) VALUES ($1, $2)
     ON CONFLICT (user_id) DO UPDATE SET looked_at = greatest(call_looks.looked_at, excluded.looked_at)`,
    [userId, at.toISOString()],
  );
}
