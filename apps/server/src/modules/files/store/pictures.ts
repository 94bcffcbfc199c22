import type { FileId } from "@veche/contracts";
import {
  type LentUnit,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import type { Square } from "./tables.ts";

/** The file that is this picture now. */
export async function pictureOf(
  unit: LentUnit,
  subjectId: string,
): Promise<FileId | null> {
  const [row] = await rowsOf<{ fileId: FileId }>(
    unit.tx,
    `SELECT file_id AS "fileId" FROM pictures WHERE subject_id = $1 FOR UPDATE`,
    [subjectId],
  );
  return row?.fileId ?? null;
}

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
    await sendOff(
      unit,
      `WITH used AS (UPDATE files SET use = 'picture', due_at = NULL WHERE id = $3)
       INSERT INTO pictures (subject_id, subject, file_id) VALUES ($1, $2, $3)`,
      [subject.id, subject.kind, fileId],
    );
  }
  return before;
}

/** The picture is looked at once more, and cut. */
export async function markForCrop(
  unit: LentUnit,
  fileId: FileId,
  { square, dueAt }: { readonly square: Square; readonly dueAt: Date },
): Promise<void> {
  await sendOff(
    unit,
    `UPDATE files SET state = 'received', crop = $2, tries = 0, due_at = $3 WHERE id = $1`,
    [fileId, JSON.stringify(square), dueAt.toISOString()],
  );
}
