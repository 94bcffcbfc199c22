import { sql } from "kysely";
import type { UserId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { DirectoryTables } from "./tables.ts";

/** E-mail addresses of those who have one. */
export async function emailsOf(
  db: Db<DirectoryTables>,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("people")
    .select(["userId", "email"])
    .where("userId", "=", sql<UserId>`any(${userIds}::uuid[])`)
    .execute();
  return new Map(
    rows.flatMap(({ userId, email }) =>
      email === null ? [] : [[userId, email] as const],
    ),
  );
}
