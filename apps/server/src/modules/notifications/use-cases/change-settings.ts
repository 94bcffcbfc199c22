import type { Actor, NotificationSettings, UserId } from "@veche/contracts";
import type { NotificationPowers } from "../notification-powers.ts";
import { dropDigestOf } from "../store/digests.ts";
import { writeSettings } from "../store/settings.ts";

/** Keeps somebody's rules and tells their devices. What waited for a letter is dropped where none are wanted any more. */
export async function changeSettings(
  { database }: Pick<NotificationPowers, "database">,
  actor: Actor,
  {
    userId,
    settings,
  }: { readonly userId: UserId; readonly settings: NotificationSettings },
): Promise<void> {
  await database.transact(actor, async ({ tx, happened }) => {
    await writeSettings(tx, userId, settings);
    if (settings.digestDelayMs === null) await dropDigestOf(tx, userId);
    happened({ type: "notification_settings.changed", userId });
  });
}
