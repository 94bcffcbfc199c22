import { sql } from "kysely";
import type { NotificationSettings, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { NotificationsTables } from "./tables.ts";

/** Of those who chose something. */
export async function settingsOf(
  db: Db<NotificationsTables>,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, NotificationSettings>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("notificationSettings")
    .selectAll()
    .where("userId", "=", sql<UserId>`any(${userIds}::uuid[])`)
    .execute();
  return new Map(rows.map(({ userId, settings }) => [userId, settings]));
}

export async function writeSettings(
  tx: Tx<NotificationsTables>,
  userId: UserId,
  settings: NotificationSettings,
): Promise<void> {
  const text = JSON.stringify(settings);
  await tx
    .insertInto("notificationSettings")
    .values({ userId, settings: text })
    .onConflict((conflict) =>
      conflict.column("userId").doUpdateSet({ settings: text }),
    )
    .execute();
}
