import type {
  RecordingDeletion,
  RecordingDeletionReason,
  RecordingId,
  UserId,
} from "@veche/contracts";
import {
  rowsOf,
  sendOff,
  type LentUnit,
  type StatementRunner,
} from "../../../../platform/db/statements.ts";

export type DeletedFile = RecordingDeletion["files"][number];

export interface Deletion {
  readonly recordingId: RecordingId;
  readonly reason: RecordingDeletionReason;
  readonly by: { readonly id: UserId; readonly name: string } | null;
  readonly at: Date;
  readonly files: readonly DeletedFile[];
}

/** Files of the media server that belong to a recording, below the data folder. */
export const trackFiles = async (
  runner: StatementRunner,
  recordingId: RecordingId,
): Promise<readonly string[]> =>
  (
    await rowsOf<{ file: string }>(
      runner,
      `SELECT file FROM recording_tracks WHERE recording_id = $1 ORDER BY file`,
      [recordingId],
    )
  ).map(({ file }) => file);

/** What stands in the way of deleting. */
export async function lockForDeletion(
  unit: LentUnit,
  recordingId: RecordingId,
): Promise<"deletable" | "missing" | "held" | "not_ended"> {
  const [row] = await rowsOf<{
    state: string;
    isHeld: boolean;
    isDeleted: boolean;
  }>(
    unit.tx,
    `SELECT state,
       EXISTS (SELECT 1 FROM recording_holds h WHERE h.recording_id = r.id) AS "isHeld",
       EXISTS (SELECT 1 FROM recording_deletions d WHERE d.recording_id = r.id) AS "isDeleted"
     FROM recordings r WHERE id = $1 FOR UPDATE`,
    [recordingId],
  );
  if (row === undefined || row.isDeleted) return "missing";
  if (row.isHeld) return "held";
  return row.state === "ended" ? "deletable" : "not_ended";
}

/** Writes down what goes and takes it out of the tables; the bytes follow. */
export async function writeDeletion(
  unit: LentUnit,
  { recordingId, reason, by, at, files }: Deletion,
): Promise<void> {
  await sendOff(
    unit,
    `INSERT INTO recording_deletions (recording_id, reason, by_id, by_name, decided_at, files)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      recordingId,
      reason,
      by?.id ?? null,
      by?.name ?? null,
      at.toISOString(),
      JSON.stringify(files),
    ],
  );
  for (const table of [
    "recording_links",
    "recording_compositions",
    "recording_reels",
    "recording_stock",
    "recording_tracks",
  ])
    await sendOff(unit, `DELETE FROM ${table} WHERE recording_id = $1`, [
      recordingId,
    ]);
}

/** Decided, and perhaps not carried out. */
export const deletionsToFinish = (
  runner: StatementRunner,
): Promise<
  readonly {
    readonly recordingId: RecordingId;
    readonly files: readonly DeletedFile[];
  }[]
> =>
  rowsOf(
    runner,
    `SELECT recording_id AS "recordingId", files FROM recording_deletions WHERE removed_at IS NULL LIMIT 20`,
    [],
  );

export const deletionFinished = (
  unit: LentUnit,
  recordingId: RecordingId,
  at: Date,
): Promise<void> =>
  sendOff(
    unit,
    `UPDATE recording_deletions SET removed_at = $2 WHERE recording_id = $1`,
    [recordingId, at.toISOString()],
  );

/** Those whose time is over and that nobody holds. */
export const outlived = (
  runner: StatementRunner,
  now: Date,
): Promise<readonly { readonly id: RecordingId }[]> =>
  rowsOf(
    runner,
    `SELECT r.id FROM recordings r, recording_keeping k
     WHERE r.state = 'ended' AND r.ended_at < $1::timestamptz - make_interval(days => k.days)
       AND NOT EXISTS (SELECT 1 FROM recording_holds h WHERE h.recording_id = r.id)
       AND NOT EXISTS (SELECT 1 FROM recording_deletions d WHERE d.recording_id = r.id)
     ORDER BY r.ended_at LIMIT 20`,
    [now.toISOString()],
  );

/** The newest first. */
export async function listDeletions(
  runner: StatementRunner,
): Promise<RecordingDeletion[]> {
  const rows = await rowsOf<
    Omit<RecordingDeletion, "decidedAt" | "removedAt" | "startedAt"> & {
      readonly decidedAt: Date;
      readonly removedAt: Date | null;
      readonly startedAt: Date;
    }
  >(
    runner,
    `SELECT d.recording_id AS "recordingId", r.conversation_id AS "conversationId", r.started_at AS "startedAt",
       d.reason, d.by_name AS "byName", d.decided_at AS "decidedAt", d.removed_at AS "removedAt", d.files
     FROM recording_deletions d JOIN recordings r ON r.id = d.recording_id
     ORDER BY d.decided_at DESC LIMIT 200`,
    [],
  );
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    decidedAt: row.decidedAt.toISOString(),
    removedAt: row.removedAt?.toISOString() ?? null,
  }));
}
