import type { UserId } from "@veche/contracts";
import {
  rowsOf,
  type LentUnit,
  type StatementRunner,
} from "../../../../platform/db/statements.ts";

/**
 * Takes a person out of what is made of recordings: their tracks are left out from now on, so that reels and films are
 * made again without them; another name stands where they did something. In the caller's transaction; how many places.
 * What is on hold stays as it is.
 */
export async function leavePersonOut(
  { tx }: Pick<LentUnit, "tx">,
  { userId, name }: { readonly userId: UserId; readonly name: string },
): Promise<number> {
  const leftOut = await rowsOf(
    tx,
    `UPDATE recording_tracks t SET left_out_at = now() WHERE principal_id = $1 AND left_out_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM recording_holds h WHERE h.recording_id = t.recording_id) RETURNING 1`,
    [userId],
  );
  const named = await Promise.all(
    [
      `UPDATE recording_compositions SET requested_by_name = $2 WHERE requested_by = $1 AND requested_by_name <> $2 RETURNING 1`,
      `UPDATE recording_holds SET by_name = $2 WHERE by_id = $1 AND by_name <> $2 RETURNING 1`,
      `UPDATE recording_links SET made_by_name = $2 WHERE made_by = $1 AND made_by_name <> $2 RETURNING 1`,
      `UPDATE recording_deletions SET by_name = $2 WHERE by_id = $1 AND by_name <> $2 RETURNING 1`,
    ].map((statement) => rowsOf(tx, statement, [userId, name])),
  );
  return named.reduce((sum, rows) => sum + rows.length, leftOut.length);
}

/** Which calls of theirs were recorded, and what they agreed to, for them. */
export async function* tellRecordings(
  runner: StatementRunner,
  userId: UserId,
): AsyncIterable<unknown> {
  yield* await rowsOf(
    runner,
    `SELECT r.id AS "recordingId", r.started_at AS "startedAt", r.ended_at AS "endedAt",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('purpose', c.purpose, 'answer', c.answer, 'answeredAt', c.answered_at)
          ORDER BY c.purpose), '[]')
        FROM recording_consents c WHERE c.recording_id = r.id AND c.principal_id = p.principal_id) AS consents
     FROM recording_people p JOIN recordings r ON r.id = p.recording_id
     WHERE p.principal_id = $1 ORDER BY r.started_at`,
    [userId],
  );
}
