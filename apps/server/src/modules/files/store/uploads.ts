import type { FileId, PrincipalId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { Measures } from "../domain/measures.ts";
import type { FilesTable, FilesTables } from "./tables.ts";

export interface NewUpload extends Measures {
  readonly id: FileId;
  readonly ownerId: PrincipalId;
  readonly name: string;
  readonly hint: string | null;
  readonly declaredBytes: number;
  readonly createdAt: Date;
  readonly dueAt: Date;
}

/** A file while its bytes come, as its owner sees it. */
export type Upload = Pick<
  FilesTable,
  "id" | "state" | "use" | "declaredBytes" | "receivedBytes" | "dueAt"
>;

export async function insertUpload(
  tx: Tx<FilesTables>,
  upload: NewUpload,
): Promise<void> {
  await tx
    .insertInto("files")
    .values({
      ...upload,
      state: "uploading",
      use: null,
      receivedBytes: 0,
      sizeBytes: upload.declaredBytes,
      kind: "document",
      mediaType: "application/octet-stream",
      hasPreview: false,
      crop: null,
      tries: 0,
    })
    .execute();
}

/** Only its owner has a view of it. */
export function findUpload(
  db: Db<FilesTables>,
  id: FileId,
  ownerId: PrincipalId,
): Promise<Upload | undefined> {
  return db
    .selectFrom("files")
    .select(["id", "state", "use", "declaredBytes", "receivedBytes", "dueAt"])
    .where("id", "=", id)
    .where("ownerId", "=", ownerId)
    .where("state", "!=", "removing")
    .executeTakeFirst();
}

/**
 * Bytes up to `to` are safe on disk. False when another request has moved the upload meanwhile: then they are not its
 * bytes. The last byte makes it due to be looked at.
 */
export async function advanceUpload(
  tx: Tx<FilesTables>,
  { id, declaredBytes }: Pick<Upload, "id" | "declaredBytes">,
  step: {
    readonly from: number;
    readonly to: number;
    readonly now: Date;
    readonly dueAt: Date;
  },
): Promise<boolean> {
  const isWhole = step.to === declaredBytes;
  const { numUpdatedRows } = await tx
    .updateTable("files")
    .set({
      receivedBytes: step.to,
      ...(isWhole
        ? { state: "received", dueAt: step.now }
        : { dueAt: step.dueAt }),
    })
    .where("id", "=", id)
    .where("state", "=", "uploading")
    .where("receivedBytes", "=", step.from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Its owner gives it up. False when it is used already, or gone. */
export async function abandonUpload(
  tx: Tx<FilesTables>,
  { id, ownerId }: { readonly id: FileId; readonly ownerId: PrincipalId },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("files")
    .set({ state: "removing", dueAt: now })
    .where("id", "=", id)
    .where("ownerId", "=", ownerId)
    .where("use", "is", null)
    .where("state", "!=", "removing")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many files of an owner serve as nothing yet. */
export async function countUnused(
  db: Db<FilesTables>,
  ownerId: PrincipalId,
): Promise<number> {
  const row = await db
    .selectFrom("files")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where("ownerId", "=", ownerId)
    .where("use", "is", null)
    .executeTakeFirstOrThrow();
  return row.total;
}
