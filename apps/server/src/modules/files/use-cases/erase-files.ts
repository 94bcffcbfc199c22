import type { FileId, UserId } from "@veche/contracts";
import {
  type LentUnit,
  rowsOf,
  sendOff,
} from "../../../platform/db/statements.ts";
import { letGo } from "../store/used-files.ts";

/**
 * Takes a person's photo away, what they uploaded and never used, and their list of stickers, in the caller's
 * transaction. What stands in conversations is the others' too and stays, and so do the stickers in it. How many.
 */
export async function eraseFiles(
  unit: LentUnit,
  { userId, now }: { readonly userId: UserId; readonly now: Date },
): Promise<number> {
  const photos = await rowsOf<{ fileId: FileId }>(
    unit.tx,
    `DELETE FROM pictures WHERE subject = 'person' AND subject_id = $1 RETURNING file_id AS "fileId"`,
    [userId],
  );
  await letGo(unit, photos, now);
  const unused = await rowsOf(
    unit.tx,
    `UPDATE files SET state = 'removing', due_at = $2
     WHERE owner_id = $1 AND use IS NULL AND state <> 'removing' RETURNING 1`,
    [userId, now.toISOString()],
  );
  await sendOff(unit, `DELETE FROM sticker_lists WHERE user_id = $1`, [userId]);
  return photos.length + unused.length;
}
