import type { FileId, UserId } from "@veche/contracts";
import {
  rowsOf,
  type LentUnit,
  type StatementRunner,
} from "../../../platform/db/statements.ts";
import type { Square } from "./tables.ts";

/** Writes whose picture it is; answers with the file that was it before. */
export async function writePicture(
  unit: LentUnit,
  subject: { readonly kind: "person" | "conversation"; readonly id: string },
  fileId: FileId | null,
): Promise<readonly { readonly fileId: FileId }[]> {
  const before = await rowsOf<{ fileId: FileId }>(
    unit.tx,
    `DELETE FROM pictures WHERE subject_id = $1 RETURNING file_id AS "fileId"`,
    [subject.id],
  );
  if (fileId !== null) {
    await rowsOf(
      unit.tx,
      `WITH used AS (UPDATE files SET use = 'picture', due_at = NULL WHERE id = $3)
       INSERT INTO pictures (subject_id, subject, file_id) VALUES ($1, $2, $3)`,
      [subject.id, subject.kind, fileId],
    );
  }
  return before;
}

/** Pictures of these people, those without one left out. */
export async function picturesOf(
  runner: StatementRunner,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, FileId>> {
  if (userIds.length === 0) return new Map();
  const rows = await rowsOf<{ userId: UserId; fileId: FileId }>(
    runner,
    `SELECT subject_id AS "userId", file_id AS "fileId" FROM pictures
     WHERE subject_id = ANY($1::uuid[]) AND subject = 'person'`,
    [[...userIds]],
  );
  return new Map(rows.map(({ userId, fileId }) => [userId, fileId]));
}

/** The picture is looked at once more, and cut. */
export async function markForCrop(
  unit: LentUnit,
  fileId: FileId,
  { square, dueAt }: { readonly square: Square; readonly dueAt: Date },
): Promise<void> {
  await rowsOf(
    unit.tx,
    `UPDATE files SET state = 'received', crop = $2, tries = 0, due_at = $3 WHERE id = $1`,
    [fileId, JSON.stringify(square), dueAt.toISOString()],
  );
}
