import { sql, type Insertable, type Selectable } from "kysely";
import type { DeviceId, SessionId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { NotificationsTables, PushDevicesTable } from "./tables.ts";

export type PushDeviceRow = Selectable<PushDevicesTable>;

/** Whoever used this browser before is told nothing there from now on. */
export async function writeDevice(
  tx: Tx<NotificationsTables>,
  device: Insertable<PushDevicesTable>,
): Promise<PushDeviceRow> {
  await tx
    .deleteFrom("pushDevices")
    .where("endpoint", "=", device.endpoint)
    .where((one) =>
      one.or([
        one("userId", "!=", device.userId),
        one("deviceId", "!=", device.deviceId),
      ]),
    )
    .execute();
  const { userId: _userId, deviceId: _deviceId, ...fields } = device;
  return tx
    .insertInto("pushDevices")
    .values(device)
    .onConflict((conflict) =>
      conflict
        .columns(["userId", "deviceId"])
        .doUpdateSet({ ...fields, hidesWords: false }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function devicesOf(
  db: Db<NotificationsTables>,
  userIds: readonly UserId[],
): Promise<PushDeviceRow[]> {
  return db
    .selectFrom("pushDevices")
    .selectAll()
    .where("userId", "=", sql<UserId>`any(${userIds}::uuid[])`)
    .orderBy("subscribedAt")
    .orderBy("deviceId")
    .execute();
}

export async function peopleWithDevices(
  db: Db<NotificationsTables>,
): Promise<readonly UserId[]> {
  const rows = await db
    .selectFrom("pushDevices")
    .select("userId")
    .distinct()
    .execute();
  return rows.map(({ userId }) => userId);
}

export async function removeDevice(
  tx: Tx<NotificationsTables>,
  userId: UserId,
  deviceId: DeviceId,
): Promise<void> {
  await tx
    .deleteFrom("pushDevices")
    .where("userId", "=", userId)
    .where("deviceId", "=", deviceId)
    .execute();
}

/** The address is no longer anybody's browser, unless the browser has another one by now. */
export async function removeAddress(
  tx: Tx<NotificationsTables>,
  endpoint: string,
): Promise<void> {
  await tx.deleteFrom("pushDevices").where("endpoint", "=", endpoint).execute();
}

export async function removeDevicesOfSession(
  tx: Tx<NotificationsTables>,
  sessionId: SessionId,
): Promise<void> {
  await tx
    .deleteFrom("pushDevices")
    .where("sessionId", "=", sessionId)
    .execute();
}

export async function hideWordsOfSession(
  tx: Tx<NotificationsTables>,
  sessionId: SessionId,
): Promise<void> {
  await tx
    .updateTable("pushDevices")
    .set({ hidesWords: true })
    .where("sessionId", "=", sessionId)
    .execute();
}

export async function hasListeners(
  db: Db<NotificationsTables>,
): Promise<boolean> {
  const row = await db
    .selectFrom("pushDevices")
    .select("userId")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
