import type {
  LibraryState,
  MediaSource,
  PrincipalId,
  RecordedSpan,
  RecordingId,
  ReelId,
} from "@veche/contracts";
import {
  rowsOf,
  sendOff,
  type LentUnit,
  type StatementRunner,
} from "../../../../platform/db/statements.ts";

/** A track that may be used: it has ended and its person has not withdrawn. */
export interface UsableTrack {
  readonly principalId: PrincipalId;
  readonly source: MediaSource;
  readonly file: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
}

const usable = `t.ended_at IS NOT NULL AND t.left_out_at IS NULL`;

/**
 * Recordings that have ended, with all their tracks, and are not lined up, or no longer as they should be: somebody
 * withdrew, or a track came late.
 */
export const recordingsToPrepare = async (
  runner: StatementRunner,
): Promise<readonly { readonly id: RecordingId }[]> =>
  rowsOf(
    runner,
    `SELECT r.id FROM recordings r LEFT JOIN recording_stock s ON s.recording_id = r.id
     WHERE r.state = 'ended'
       AND NOT EXISTS (SELECT 1 FROM recording_deletions d WHERE d.recording_id = r.id)
       AND NOT EXISTS (SELECT 1 FROM recording_tracks t WHERE t.recording_id = r.id AND t.ended_at IS NULL)
       AND s.track_count IS DISTINCT FROM
         (SELECT count(*) FROM recording_tracks t WHERE t.recording_id = r.id AND ${usable})
     ORDER BY r.ended_at LIMIT 20`,
    [],
  );

export const usableTracks = (
  runner: StatementRunner,
  recordingId: RecordingId,
): Promise<readonly UsableTrack[]> =>
  rowsOf(
    runner,
    `SELECT principal_id AS "principalId", source, file, started_at AS "startedAt", ended_at AS "endedAt"
     FROM recording_tracks t WHERE recording_id = $1 AND ${usable} ORDER BY started_at, id`,
    [recordingId],
  );

/** A reel as it is kept. */
export interface StoredReel {
  readonly id: ReelId;
  readonly principalId: PrincipalId;
  readonly name: string;
  readonly kind: "camera" | "screen";
  readonly hasPicture: boolean;
  readonly hasSound: boolean;
  readonly seen: readonly RecordedSpan[];
  readonly present: readonly RecordedSpan[];
  readonly durationMs: number;
  readonly sizeBytes: number;
}

export const reelsOf = (
  runner: StatementRunner,
  recordingId: RecordingId,
): Promise<readonly StoredReel[]> =>
  rowsOf(
    runner,
    `SELECT l.id, l.principal_id AS "principalId", p.name, l.kind, l.has_picture AS "hasPicture",
       l.has_sound AS "hasSound", l.seen, l.present, l.duration_ms AS "durationMs", l.size_bytes::float8 AS "sizeBytes"
     FROM recording_reels l JOIN recording_people p
       ON p.recording_id = l.recording_id AND p.principal_id = l.principal_id
     WHERE l.recording_id = $1 ORDER BY p.place, l.kind`,
    [recordingId],
  );

export interface Stock {
  readonly recordingId: RecordingId;
  readonly state: Extract<LibraryState, "playable" | "empty" | "failed">;
  readonly trackCount: number;
  readonly durationMs: number;
  readonly at: Date;
  readonly reels: readonly Omit<StoredReel, "name">[];
}

/** Puts these reels in the place of those that were. False when the recording is being deleted. */
export async function replaceStock(
  unit: LentUnit,
  { recordingId, state, trackCount, durationMs, at, reels }: Stock,
): Promise<boolean> {
  // Whoever deletes locks the same row: one of both comes first.
  const [standing] = await rowsOf(
    unit.tx,
    `SELECT 1 FROM recordings r WHERE id = $1
       AND NOT EXISTS (SELECT 1 FROM recording_deletions d WHERE d.recording_id = r.id) FOR UPDATE`,
    [recordingId],
  );
  if (standing === undefined) return false;
  await sendOff(unit, `DELETE FROM recording_reels WHERE recording_id = $1`, [
    recordingId,
  ]);
  await sendOff(
    unit,
    `INSERT INTO recording_stock (recording_id, state, track_count, duration_ms, prepared_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (recording_id) DO UPDATE SET state = $2, track_count = $3, duration_ms = $4, prepared_at = $5`,
    [recordingId, state, trackCount, durationMs, at.toISOString()],
  );
  for (const reel of reels)
    await sendOff(
      unit,
      `INSERT INTO recording_reels (id, recording_id, principal_id, kind, has_picture, has_sound, seen, present,
         duration_ms, size_bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        reel.id,
        recordingId,
        reel.principalId,
        reel.kind,
        reel.hasPicture,
        reel.hasSound,
        JSON.stringify(reel.seen),
        JSON.stringify(reel.present),
        reel.durationMs,
        reel.sizeBytes,
      ],
    );
  return true;
}
