import { sql } from "kysely";
import type { FileId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { FilesTable, FilesTables } from "./tables.ts";

/** What is being done now; if the process dies of it, it is due again after this. Renewed while the work goes on. */
const leaseMs = 15_000;
export const renewLeaseEveryMs = 5_000;

export type DueFile = {
  /** Until when it is taken. */
  readonly dueAt: Date | null;
} & Pick<
  FilesTable,
  "id" | "ownerId" | "state" | "use" | "name" | "hint" | "crop" | "tries"
> &
  Pick<
    FilesTable,
    "declaredBytes" | "width" | "height" | "durationMs" | "waveform"
  >;

/**
 * Takes the file that has been due longest, for this process alone. One that was received stays so, to be looked at;
 * every other has had its time: from here on it is nobody's, and whoever wants to use it comes too late.
 */
export async function claimDueFile(
  tx: Tx<FilesTables>,
  now: Date,
): Promise<DueFile | undefined> {
  return tx
    .updateTable("files")
    .set({
      dueAt: new Date(now.getTime() + leaseMs),
      tries: sql<number>`tries + (state = 'received')::integer`,
      state: sql<FilesTable["state"]>`
        CASE state WHEN 'received' THEN state ELSE 'removing' END`,
    })
    .where("id", "=", (builder) =>
      builder
        .selectFrom("files as due")
        .select("due.id")
        .where("due.dueAt", "<=", now)
        .orderBy("due.dueAt")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning([
      "id",
      "ownerId",
      "state",
      "use",
      "name",
      "hint",
      "crop",
      "tries",
      "declaredBytes",
      "width",
      "height",
      "durationMs",
      "waveform",
      "dueAt",
    ])
    .executeTakeFirst();
}

/** Keeps what was taken. Undefined when the work on it is over, or somebody else has taken it. */
export async function renewLease(
  tx: Tx<FilesTables>,
  { id, state, dueAt }: Pick<DueFile, "id" | "state" | "dueAt">,
  now: Date,
): Promise<Date | undefined> {
  const row = await tx
    .updateTable("files")
    .set({ dueAt: new Date(now.getTime() + leaseMs) })
    .where("id", "=", id)
    .where("state", "=", state)
    .where("dueAt", "=", dueAt)
    .returning("dueAt")
    .executeTakeFirst();
  return row?.dueAt ?? undefined;
}

export async function nextDueAt(
  db: Db<FilesTables>,
): Promise<Date | undefined> {
  const row = await db
    .selectFrom("files")
    .select("dueAt")
    .where("dueAt", "is not", null)
    .orderBy("dueAt")
    .limit(1)
    .executeTakeFirst();
  return row?.dueAt ?? undefined;
}

/** False when its owner gave it up meanwhile. */
export async function settleFile(
  tx: Tx<FilesTables>,
  id: FileId,
  changes: Partial<FilesTable> & Pick<FilesTable, "state" | "dueAt">,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("files")
    .set({ ...changes, crop: null })
    .where("id", "=", id)
    .where("state", "=", "received")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function postponeFile(
  tx: Tx<FilesTables>,
  id: FileId,
  dueAt: Date,
): Promise<void> {
  await tx
    .updateTable("files")
    .set({ dueAt, tries: sql<number>`tries - 1` })
    .where("id", "=", id)
    .where("state", "=", "received")
    .execute();
}

export async function deleteFile(
  tx: Tx<FilesTables>,
  id: FileId,
): Promise<void> {
  await tx
    .deleteFrom("files")
    .where("id", "=", id)
    .where("state", "=", "removing")
    .execute();
}
