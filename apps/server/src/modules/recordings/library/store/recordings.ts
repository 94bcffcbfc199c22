import type {
  LibraryRecording,
  LibraryState,
  OpenedRecording,
  RecordingId,
  UserId,
} from "@veche/contracts";
import {
  rowsOf,
  sendOff,
  type LentUnit,
  type StatementRunner,
} from "../../../../platform/db/statements.ts";

/** Whose recordings are seen: of calls this person was in, or all. */
export type Viewer =
  { readonly kind: "all" } | { readonly kind: "own"; readonly userId: UserId };

export interface LibraryFilter {
  readonly id?: RecordingId;
  readonly conversationId?: string;
  readonly before?: string;
  readonly name?: string;
  readonly held?: "only";
  readonly limit: number;
}

interface Row extends Omit<
  LibraryRecording,
  "startedAt" | "endedAt" | "keptUntil" | "state"
> {
  readonly state: LibraryState;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly keptUntil: Date | null;
}

/** The newest first. */
export async function findRecordings(
  runner: StatementRunner,
  viewer: Viewer,
  { id, conversationId, before, name, held, limit }: LibraryFilter,
): Promise<LibraryRecording[]> {
  const rows = await rowsOf<Row>(
    runner,
    `SELECT r.id, r.conversation_id AS "conversationId", r.started_by_name AS "startedByName",
       r.started_at AS "startedAt", r.ended_at AS "endedAt", s.duration_ms AS "durationMs", h.recording_id IS NOT NULL AS "isHeld",
       CASE WHEN r.state = 'recording' THEN 'recording' ELSE coalesce(s.state, 'preparing') END AS state,
       CASE WHEN h.recording_id IS NULL THEN r.ended_at + make_interval(days => k.days) END AS "keptUntil",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('principalId', p.principal_id, 'name', p.name) ORDER BY p.place), '[]')
        FROM recording_people p WHERE p.recording_id = r.id) AS people
     FROM recordings r CROSS JOIN recording_keeping k
       LEFT JOIN recording_stock s ON s.recording_id = r.id
       LEFT JOIN recording_holds h ON h.recording_id = r.id
     WHERE NOT EXISTS (SELECT 1 FROM recording_deletions d WHERE d.recording_id = r.id)
       AND ($1::uuid IS NULL OR EXISTS (
         SELECT 1 FROM recording_people p WHERE p.recording_id = r.id AND p.principal_id = $1::uuid))
       AND ($2::uuid IS NULL OR r.id = $2::uuid)
       AND ($3::uuid IS NULL OR r.conversation_id = $3::uuid)
       AND ($4::timestamptz IS NULL OR r.started_at < $4::timestamptz)
       AND ($5::text IS NULL OR EXISTS (
         SELECT 1 FROM recording_people p WHERE p.recording_id = r.id AND position(lower($5) IN lower(p.name)) > 0))
       AND ($6::text IS NULL OR h.recording_id IS NOT NULL)
     ORDER BY r.started_at DESC, r.id DESC LIMIT $7`,
    [
      viewer.kind === "all" ? null : viewer.userId,
      ...[id ?? null, conversationId ?? null, before ?? null, name ?? null],
      held ?? null,
      limit,
    ],
  );
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    keptUntil: row.keptUntil?.toISOString() ?? null,
  }));
}

export async function findHold(
  runner: StatementRunner,
  recordingId: RecordingId,
): Promise<OpenedRecording["hold"]> {
  const [row] = await rowsOf<{
    readonly byName: string;
    readonly since: Date;
    readonly reason: string;
  }>(
    runner,
    `SELECT by_name AS "byName", since, reason FROM recording_holds WHERE recording_id = $1`,
    [recordingId],
  );
  return row === undefined ? null : { ...row, since: row.since.toISOString() };
}

/** False when it is held already. Waits for who is deleting it. */
export async function writeHold(
  unit: LentUnit,
  {
    recordingId,
    by,
    reason,
    at,
  }: {
    readonly recordingId: RecordingId;
    readonly by: { readonly id: UserId; readonly name: string };
    readonly reason: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `WITH standing AS (
       SELECT id FROM recordings r WHERE id = $1 FOR UPDATE)
     INSERT INTO recording_holds (recording_id, by_id, by_name, reason, since)
     SELECT id, $2, $3, $4, $5 FROM standing
     ON CONFLICT (recording_id) DO NOTHING RETURNING 1`,
    [recordingId, by.id, by.name, reason, at.toISOString()],
  );
  return rows.length > 0;
}

/** False when nobody held it. */
export async function removeHold(
  unit: LentUnit,
  recordingId: RecordingId,
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `DELETE FROM recording_holds WHERE recording_id = $1 RETURNING 1`,
    [recordingId],
  );
  return rows.length > 0;
}

export async function readKeeping(
  runner: StatementRunner,
): Promise<number | null> {
  const [row] = await rowsOf<{ readonly days: number | null }>(
    runner,
    `SELECT days FROM recording_keeping`,
    [],
  );
  return row?.days ?? null;
}

export const writeKeeping = (
  unit: LentUnit,
  days: number | null,
): Promise<void> =>
  sendOff(unit, `UPDATE recording_keeping SET days = $1`, [days]);
