import type { UserId } from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import type { NotificationsTables } from "./tables.ts";

/** Everything kept about one person here. */
export async function forgetPerson(
  tx: Tx<NotificationsTables>,
  userId: UserId,
): Promise<void> {
  for (const table of [
    "pushDevices",
    "digestItems",
    "notificationSettings",
  ] as const)
    await tx.deleteFrom(table).where("userId", "=", userId).execute();
}
