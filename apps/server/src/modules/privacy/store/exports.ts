import type { ExportId, PersonalExport, UserId } from "@veche/contracts";
import {
  type LentUnit,
  type StatementRunner,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";

interface ExportRow {
  readonly id: ExportId;
  readonly userId: UserId;
  readonly state: PersonalExport["state"];
  readonly requestedAt: Date;
  readonly expiresAt: Date | null;
  readonly sizeBytes: number | null;
}

const columns = `id, user_id AS "userId", state, requested_at AS "requestedAt", expires_at AS "expiresAt",
  size_bytes::float8 AS "sizeBytes"`;
const shownAtMost = 10;

const present = (row: ExportRow): PersonalExport => ({
  id: row.id,
  state: row.state,
  requestedAt: row.requestedAt.toISOString(),
  expiresAt: row.expiresAt?.toISOString() ?? null,
  sizeBytes: row.sizeBytes,
});

export async function exportsOf(
  runner: StatementRunner,
  userId: UserId,
): Promise<PersonalExport[]> {
  const rows = await rowsOf<ExportRow>(
    runner,
    `SELECT ${columns} FROM exports WHERE user_id = $1 ORDER BY requested_at DESC, id DESC LIMIT ${shownAtMost}`,
    [userId],
  );
  return rows.map(present);
}

/** Undefined for one that is another's, or is not there. */
export async function exportOf(
  runner: StatementRunner,
  userId: UserId,
  id: ExportId,
): Promise<PersonalExport | undefined> {
  const [row] = await rowsOf<ExportRow>(
    runner,
    `SELECT ${columns} FROM exports WHERE user_id = $1 AND id = $2`,
    [userId, id],
  );
  return row && present(row);
}

/** The one that waits, or a new one; the copies before it go. `isNew` for the trail. */
export async function askExport(
  unit: LentUnit,
  { id, userId, at }: { id: ExportId; userId: UserId; at: Date },
): Promise<{ readonly asked: PersonalExport; readonly isNew: boolean }> {
  const inserted = await rowsOf<ExportRow>(
    unit.tx,
    `INSERT INTO exports (id, user_id, state, requested_at) VALUES ($1, $2, 'waiting', $3)
     ON CONFLICT (user_id) WHERE state = 'waiting' DO NOTHING RETURNING ${columns}`,
    [id, userId, at.toISOString()],
  );
  const [row] =
    inserted.length > 0
      ? inserted
      : await rowsOf<ExportRow>(
          unit.tx,
          `SELECT ${columns} FROM exports WHERE user_id = $1 AND state = 'waiting'`,
          [userId],
        );
  if (row === undefined) throw new Error("an export neither waits nor began");
  if (inserted.length > 0)
    await sendOff(
      unit,
      `UPDATE exports SET state = 'expired' WHERE user_id = $1 AND id <> $2 AND state IN ('ready', 'failed')`,
      [userId, row.id],
    );
  return { asked: present(row), isNew: inserted.length > 0 };
}

/** No more to be had; the bytes follow. Of one, or of all of a person's. How many. */
export async function expireExports(
  unit: LentUnit,
  { userId, id = null }: { userId: UserId; id?: ExportId | null },
): Promise<number> {
  const rows = await rowsOf(
    unit.tx,
    `UPDATE exports SET state = 'expired'
     WHERE user_id = $1 AND ($2::uuid IS NULL OR id = $2::uuid) AND state <> 'expired' RETURNING 1`,
    [userId, id],
  );
  return rows.length;
}

/** What a round works on. */
export interface ExportWork {
  readonly id: ExportId;
  readonly userId: UserId;
  readonly tries: number;
}

/** Takes one that waits and nobody works on; null when there is none. */
export async function takeExport(
  unit: LentUnit,
  { now, deadBefore }: { readonly now: Date; readonly deadBefore: Date },
): Promise<ExportWork | undefined> {
  const [row] = await rowsOf<ExportWork>(
    unit.tx,
    `UPDATE exports SET worked_at = $1, tries = tries + 1 WHERE id = (
       SELECT id FROM exports WHERE state = 'waiting' AND (worked_at IS NULL OR worked_at < $2)
       ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, user_id AS "userId", tries`,
    [now.toISOString(), deadBefore.toISOString()],
  );
  return row;
}

/** Still working. False when it is not wanted any more. */
export async function stillWorks(
  unit: LentUnit,
  id: ExportId,
  now: Date,
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `UPDATE exports SET worked_at = $2 WHERE id = $1 AND state = 'waiting' RETURNING 1`,
    [id, now.toISOString()],
  );
  return rows.length > 0;
}

/** False when it was removed meanwhile. */
export async function finishExport(
  unit: LentUnit,
  {
    id,
    ...end
  }: {
    readonly id: ExportId;
    readonly state: "ready" | "failed";
    readonly expiresAt: Date | null;
    readonly sizeBytes: number | null;
  },
): Promise<boolean> {
  const rows = await rowsOf(
    unit.tx,
    `UPDATE exports SET state = $2, expires_at = $3, size_bytes = $4 WHERE id = $1 AND state = 'waiting' RETURNING 1`,
    [id, end.state, end.expiresAt?.toISOString() ?? null, end.sizeBytes],
  );
  return rows.length > 0;
}

/** Those whose time is over, marked so. */
export async function expireOld(unit: LentUnit, now: Date): Promise<void> {
  await sendOff(
    unit,
    `UPDATE exports SET state = 'expired' WHERE state = 'ready' AND expires_at <= $1`,
    [now.toISOString()],
  );
}

/** Expired ones whose bytes may still be there. */
export const leftBehind = (
  runner: StatementRunner,
): Promise<readonly { readonly id: ExportId }[]> =>
  rowsOf(
    runner,
    `SELECT id FROM exports WHERE state = 'expired' AND (size_bytes IS NOT NULL OR worked_at IS NOT NULL) LIMIT 100`,
    [],
  );

export async function bytesRemoved(
  unit: LentUnit,
  id: ExportId,
): Promise<void> {
  await sendOff(
    unit,
    `UPDATE exports SET size_bytes = NULL, worked_at = NULL WHERE id = $1`,
    [id],
  );
}
