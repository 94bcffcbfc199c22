import {
  defaultNotificationSettings,
  type NoticeOf,
  type UserId,
} from "@veche/contracts";
import { createGathering } from "../../../platform/gather.ts";
import type { SnapshotSource } from "../../../platform/realtime/hub.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { settingsOf } from "../store/settings.ts";

type ShowDeps = Pick<NotificationPowers, "database" | "bus" | "hub">;

type Told = NoticeOf<"notification_settings.changed">;

async function noticesFor(
  { database: { db } }: Pick<ShowDeps, "database">,
  userIds: readonly UserId[],
): Promise<readonly Told[]> {
  const chosen = await settingsOf(db, userIds);
  return userIds.map((userId) => ({
    type: "notification_settings.changed",
    settings: chosen.get(userId) ?? defaultNotificationSettings,
  }));
}

/** Devices sound and show by the same rules as the server sends by. */
export function settingsSnapshot(
  deps: Pick<ShowDeps, "database">,
): SnapshotSource {
  const own = createGathering({
    read: (userIds: readonly UserId[]) => noticesFor(deps, userIds),
  });
  return async (principal) =>
    principal.kind === "user" ? [await own(principal.id)] : [];
}

export const tellSettings = ({ bus, hub, ...deps }: ShowDeps): Disposable =>
  bus.on("notification_settings.changed", async ({ userId }) => {
    for (const notice of await noticesFor(deps, [userId]))
      hub.notify([userId], notice);
  });
