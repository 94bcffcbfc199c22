import { sql } from "kysely";
import type { CannedAnswer, CannedAnswerId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { CannedAnswersTable, ContactCentreTables } from "./tables.ts";

/** By title. */
export async function listCannedAnswers(
  db: Db<ContactCentreTables>,
): Promise<readonly CannedAnswer[]> {
  const rows = await db
    .selectFrom("cannedAnswers")
    .selectAll()
    .orderBy(sql`lower(title)`)
    .orderBy("id")
    .execute();
  return rows.map(shown);
}

/** Serialises changes of canned answers: of two who take a shortcut or the last place, the second sees the first. */
export async function holdCannedAnswers(
  tx: Tx<ContactCentreTables>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('contact_centre.canned_answers'))`.execute(
    tx,
  );
}

export async function countCannedAnswers(
  tx: Tx<ContactCentreTables>,
): Promise<number> {
  const { count } = await tx
    .selectFrom("cannedAnswers")
    .select(({ fn }) => fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Has another answer than this one the shortcut? */
export async function isShortcutTaken(
  tx: Tx<ContactCentreTables>,
  { id, shortcut }: Pick<CannedAnswersTable, "id" | "shortcut">,
): Promise<boolean> {
  const found = await tx
    .selectFrom("cannedAnswers")
    .select("id")
    .where("shortcut", "=", shortcut)
    .where("id", "<>", id)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertCannedAnswer(
  tx: Tx<ContactCentreTables>,
  row: CannedAnswersTable,
): Promise<CannedAnswer> {
  await tx.insertInto("cannedAnswers").values(row).execute();
  return shown(row);
}

/** Undefined when there is none of this id. */
export async function updateCannedAnswer(
  tx: Tx<ContactCentreTables>,
  { id, ...changed }: Omit<CannedAnswersTable, "createdAt">,
): Promise<CannedAnswer | undefined> {
  const row = await tx
    .updateTable("cannedAnswers")
    .set(changed)
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirst();
  return row && shown(row);
}

/** False when there is none of this id. */
export async function deleteCannedAnswer(
  tx: Tx<ContactCentreTables>,
  id: CannedAnswerId,
): Promise<boolean> {
  const row = await tx
    .deleteFrom("cannedAnswers")
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

const shown = ({
  createdAt,
  updatedAt,
  ...words
}: CannedAnswersTable): CannedAnswer => ({
  ...words,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
