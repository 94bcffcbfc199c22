import type {
  Composition,
  CompositionId,
  CompositionState,
  Language,
  RecordingId,
  UserId,
} from "@veche/contracts";
import {
  rowsOf,
  sendOff,
  type LentUnit,
  type StatementRunner,
} from "../../../../platform/db/statements.ts";

/** A film that is wanted, or was made. */
export interface StoredComposition {
  readonly id: CompositionId;
  readonly recordingId: RecordingId;
  readonly layout: Composition["layout"];
  readonly format: Composition["format"];
  readonly language: Language;
  readonly state: CompositionState;
  readonly progress: number;
  readonly tries: number;
  readonly run: number;
  readonly sizeBytes: number | null;
  readonly requestedByName: string;
  readonly requestedAt: Date;
}

const columns = `id, recording_id AS "recordingId", layout, format, language, state, progress::float8 AS progress, tries, run,
  size_bytes::float8 AS "sizeBytes", requested_by_name AS "requestedByName", requested_at AS "requestedAt"`;

export const presentComposition = (row: StoredComposition): Composition => ({
  id: row.id,
  layout: row.layout,
  format: row.format,
  language: row.language,
  state: row.state,
  progress: row.progress,
  sizeBytes: row.sizeBytes,
  requestedByName: row.requestedByName,
  requestedAt: row.requestedAt.toISOString(),
});

export const compositionsOf = (
  runner: StatementRunner,
  recordingId: RecordingId,
): Promise<readonly StoredComposition[]> =>
  rowsOf(
    runner,
    `SELECT ${columns} FROM recording_compositions WHERE recording_id = $1 ORDER BY requested_at, id`,
    [recordingId],
  );

export interface CompositionWish {
  readonly id: CompositionId;
  readonly recordingId: RecordingId;
  readonly layout: Composition["layout"];
  readonly format: Composition["format"];
  readonly language: Language;
  readonly by: { readonly id: UserId; readonly name: string };
  readonly at: Date;
}

/** The film that is wanted: a new one, or the same again from its beginning. One that waits or is made stays. */
export async function wishComposition(
  unit: LentUnit,
  wish: CompositionWish,
): Promise<StoredComposition> {
  const values = [
    ...[wish.id, wish.recordingId, wish.layout, wish.format, wish.language],
    ...[wish.by.id, wish.by.name, wish.at.toISOString()],
  ];
  const [row] = await rowsOf<StoredComposition>(
    unit.tx,
    `INSERT INTO recording_compositions AS c (id, recording_id, layout, format, language, state, progress, tries, run,
       requested_by, requested_by_name, requested_at)
     VALUES ($1, $2, $3, $4, $5, 'waiting', 0, 0, 0, $6, $7, $8)
     ON CONFLICT (recording_id, layout, format) DO UPDATE SET
       language = CASE WHEN c.state IN ('waiting', 'working') THEN c.language ELSE $5 END,
       progress = CASE WHEN c.state IN ('waiting', 'working') THEN c.progress ELSE 0 END,
       tries = CASE WHEN c.state IN ('waiting', 'working') THEN c.tries ELSE 0 END,
       requested_by = $6, requested_by_name = $7, requested_at = $8,
       state = CASE WHEN c.state = 'working' THEN c.state ELSE 'waiting' END
     RETURNING ${columns}`,
    values,
  );
  if (row === undefined) throw new Error("a film was neither there nor new");
  return row;
}

/** The next film to be made, which nobody works on. */
export async function takeComposition(
  unit: LentUnit,
  { now, deadBefore }: { readonly now: Date; readonly deadBefore: Date },
): Promise<StoredComposition | undefined> {
  const [row] = await rowsOf<StoredComposition>(
    unit.tx,
    `UPDATE recording_compositions SET state = 'working', worked_at = $1, tries = tries + 1, run = run + 1, progress = 0
     WHERE id = (
       SELECT id FROM recording_compositions
       WHERE state = 'waiting' OR (state = 'working' AND worked_at < $2)
       ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${columns}`,
    [now.toISOString(), deadBefore.toISOString()],
  );
  return row;
}

/** Still being made, and so far. False when it is not wanted any more, or somebody else makes it. */
export async function compositionGoesOn(
  unit: LentUnit,
  { id, run }: Pick<StoredComposition, "id" | "run">,
  { progress, now }: { readonly progress: number; readonly now: Date },
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `UPDATE recording_compositions SET worked_at = $3, progress = $4
     WHERE id = $1 AND run = $2 AND state = 'working' RETURNING 1`,
    [id, run, now.toISOString(), progress],
  );
  return rows.length > 0;
}

/** False when it is not wanted any more, or somebody else makes it. */
export async function endComposition(
  unit: LentUnit,
  { id, run }: Pick<StoredComposition, "id" | "run">,
  end:
    | { readonly state: "ready"; readonly sizeBytes: number }
    | { readonly state: "failed" | "waiting" },
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `UPDATE recording_compositions SET state = $3, size_bytes = $4, worked_at = NULL, progress = CASE $3 WHEN 'ready' THEN 1 ELSE 0 END
     WHERE id = $1 AND run = $2 AND state = 'working' RETURNING 1`,
    [id, run, end.state, end.state === "ready" ? end.sizeBytes : null],
  );
  return rows.length > 0;
}

/** What they were made of has changed: all are made again, and what is being made is not taken. */
export async function makeAllAgain(
  unit: LentUnit,
  recordingId: RecordingId,
): Promise<void> {
  await sendOff(
    unit,
    `UPDATE recording_compositions SET state = 'waiting', run = run + 1, size_bytes = NULL, progress = 0, tries = 0
     WHERE recording_id = $1`,
    [recordingId],
  );
}
