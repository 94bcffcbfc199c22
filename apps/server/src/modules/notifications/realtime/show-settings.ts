import {
  defaultNotificationSettings,
  type NoticeOf,
  type UserId,
} from "@veche/contracts";
import type { SnapshotSource } from "../../../platform/realtime/hub.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { settingsOf } from "../store/settings.ts";

type ShowDeps = Pick<NotificationPowers, "database" | "bus" | "hub">;

async function noticeFor(
  { database: { db } }: Pick<ShowDeps, "database">,
  userId: UserId,
): Promise<NoticeOf<"notification_settings.changed">> {
  const chosen = (await settingsOf(db, [userId])).get(userId);
  return {
    type: "notification_settings.changed",
    settings: chosen ?? defaultNotificationSettings,
  };
}

/** Devices sound and show by the same rules as the server sends by. */
export const settingsSnapshot =
  (deps: Pick<ShowDeps, "database">): SnapshotSource =>
  async (principal) =>
    principal.kind === "user" ? [await noticeFor(deps, principal.id)] : [];

export const tellSettings = ({ bus, hub, ...deps }: ShowDeps): Disposable =>
  bus.on("notification_settings.changed", async ({ userId }) => {
    hub.notify([userId], await noticeFor(deps, userId));
  });
