import type { UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ConferencesTables } from "./tables.ts";

/** The secret of a person's feed; undefined: they have none. */
export async function feedTokenOf(
  db: Db<ConferencesTables>,
  userId: UserId,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("calendarFeeds")
    .select("token")
    .where("userId", "=", userId)
    .executeTakeFirst();
  return row?.token;
}

/** Whose feed it is. */
export async function ownerOfFeed(
  db: Db<ConferencesTables>,
  token: string,
): Promise<UserId | undefined> {
  const row = await db
    .selectFrom("calendarFeeds")
    .select("userId")
    .where("token", "=", token)
    .executeTakeFirst();
  return row?.userId;
}

/** The former address ends. */
export async function writeFeed(
  tx: Tx<ConferencesTables>,
  { userId, token, at }: { userId: UserId; token: string; at: Date },
): Promise<void> {
  await tx
    .insertInto("calendarFeeds")
    .values({ userId, token, createdAt: at })
    .onConflict((one) =>
      one.column("userId").doUpdateSet({ token, createdAt: at }),
    )
    .execute();
}

export async function dropFeed(
  tx: Tx<ConferencesTables>,
  userId: UserId,
): Promise<void> {
  await tx.deleteFrom("calendarFeeds").where("userId", "=", userId).execute();
}
