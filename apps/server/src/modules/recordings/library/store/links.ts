import { createHash } from "node:crypto";
import type {
  Composition,
  CompositionId,
  CompositionState,
  LibraryState,
  RecordingId,
  RecordingLink,
  RecordingLinkId,
  UserId,
} from "@veche/contracts";
import {
  rowsOf,
  sendOff,
  type LentUnit,
  type StatementRunner,
} from "../../../../platform/db/statements.ts";

interface LinkRow extends Omit<
  RecordingLink,
  "madeAt" | "expiresAt" | "lastViewedAt"
> {
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly lastViewedAt: Date | null;
}

const columns = `id, composition_id AS "compositionId", made_by_name AS "madeByName", made_at AS "madeAt",
  expires_at AS "expiresAt", view_count AS "viewCount", last_viewed_at AS "lastViewedAt"`;

const present = (row: LinkRow): RecordingLink => ({
  ...row,
  madeAt: row.madeAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastViewedAt: row.lastViewedAt?.toISOString() ?? null,
});

/** Those that lead somewhere now, the newest first. */
export const linksOf = async (
  runner: StatementRunner,
  recordingId: RecordingId,
  now: Date,
): Promise<RecordingLink[]> =>
  (
    await rowsOf<LinkRow>(
      runner,
      `SELECT ${columns} FROM recording_links
       WHERE recording_id = $1 AND expires_at > $2 ORDER BY made_at DESC, id DESC`,
      [recordingId, now.toISOString()],
    )
  ).map(present);

export interface NewLink {
  readonly id: RecordingLinkId;
  readonly recordingId: RecordingId;
  readonly compositionId: CompositionId | null;
  readonly token: string;
  readonly by: { readonly id: UserId; readonly name: string };
  readonly at: Date;
  readonly expiresAt: Date;
}

/** Undefined when the recording has been deleted in this moment. */
export async function insertLink(
  unit: LentUnit,
  link: NewLink,
): Promise<RecordingLink | undefined> {
  const at = link.at.toISOString();
  await sendOff(unit, `DELETE FROM recording_links WHERE expires_at <= $1`, [
    at,
  ]);
  // Whoever deletes locks the same row: one of both comes first.
  const [row] = await rowsOf<LinkRow>(
    unit.tx,
    `WITH standing AS (SELECT id FROM recordings WHERE id = $2 FOR UPDATE)
     INSERT INTO recording_links (id, recording_id, composition_id, token_hash, made_by, made_by_name, made_at, expires_at)
     SELECT $1, id, $3, $4, $5, $6, $7, $8 FROM standing
     WHERE NOT EXISTS (SELECT 1 FROM recording_deletions d WHERE d.recording_id = standing.id)
     RETURNING ${columns}`,
    [
      ...[link.id, link.recordingId, link.compositionId, hashOf(link.token)],
      ...[link.by.id, link.by.name, at, link.expiresAt.toISOString()],
    ],
  );
  return row && present(row);
}

/** False when there is none: it ended already. */
export async function removeLink(
  unit: LentUnit,
  recordingId: RecordingId,
  linkId: RecordingLinkId,
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `DELETE FROM recording_links WHERE recording_id = $1 AND id = $2 RETURNING 1`,
    [recordingId, linkId],
  );
  return rows.length > 0;
}

/** Where a link leads. */
export interface FollowedLink {
  readonly id: RecordingLinkId;
  readonly recordingId: RecordingId;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  /** Null: its tracks are not lined up. */
  readonly state: LibraryState | null;
  readonly film: {
    readonly id: CompositionId;
    readonly state: CompositionState;
    readonly format: Composition["format"];
    readonly run: number;
  } | null;
}

/** Undefined when this secret leads nowhere: it never did, its time is over, it was revoked, or what it showed is gone. */
export async function followLink(
  runner: StatementRunner,
  token: string,
  now: Date,
): Promise<FollowedLink | undefined> {
  const [row] = await rowsOf<FollowedLink>(
    runner,
    `SELECT l.id, l.recording_id AS "recordingId", r.started_at AS "startedAt", l.expires_at AS "expiresAt", s.state,
       CASE WHEN c.id IS NOT NULL THEN
         jsonb_build_object('id', c.id, 'state', c.state, 'format', c.format, 'run', c.run) END AS film
     FROM recording_links l JOIN recordings r ON r.id = l.recording_id
       LEFT JOIN recording_stock s ON s.recording_id = l.recording_id
       LEFT JOIN recording_compositions c ON c.id = l.composition_id
     WHERE l.token_hash = $1 AND l.expires_at > $2
       AND NOT EXISTS (SELECT 1 FROM recording_deletions d WHERE d.recording_id = l.recording_id)`,
    [hashOf(token), now.toISOString()],
  );
  return row;
}

/** It was watched from its beginning once more. */
export const countView = (
  unit: LentUnit,
  linkId: RecordingLinkId,
  at: Date,
): Promise<void> =>
  sendOff(
    unit,
    `UPDATE recording_links SET view_count = view_count + 1, last_viewed_at = $2 WHERE id = $1`,
    [linkId, at.toISOString()],
  );

const hashOf = (token: string): Buffer =>
  createHash("sha256").update(token).digest();
