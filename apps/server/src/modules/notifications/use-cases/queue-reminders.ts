import {
  decideNotification,
  defaultNotificationSettings,
  type ConversationId,
  type ReminderId,
  type UserId,
} from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { queuePushesIn, type NewPush } from "../store/pushes.ts";
import { settingsOf } from "../store/settings.ts";

/** A reminder whose time has come, and where its message stands. */
export interface FiredReminder {
  readonly reminderId: ReminderId;
  readonly userId: UserId;
  readonly conversationId: ConversationId;
  readonly seq: number;
}

export type QueueRemindersDeps = Pick<
  NotificationPowers,
  "database" | "clock" | "presences"
>;

const newsMs = 24 * 3_600_000;
/** What is said of a conversation does not concern a reminder: whoever set it chose its hour. */
const anyPlace = { notify: "all", mutedUntil: null } as const;

/** Puts pushes on their way in the transaction that fires the reminders: fired and told are one. */
export async function queueReminders(
  { database, clock, presences }: QueueRemindersDeps,
  unit: LentUnit,
  fired: readonly FiredReminder[],
): Promise<void> {
  if (fired.length === 0) return;
  const now = clock.now();
  const userIds = [...new Set(fired.map(({ userId }) => userId))];
  const settings = await settingsOf(database.db, userIds);
  const states = new Map(
    (await presences.of(userIds)).map((state) => [state.userId, state]),
  );
  const pushes = fired.flatMap(
    ({ reminderId, userId, ...place }): readonly NewPush[] => {
      const verdict = decideNotification({
        cause: "reminder",
        place: anyPlace,
        settings: settings.get(userId) ?? defaultNotificationSettings,
        isDoNotDisturb: states.get(userId)?.isDoNotDisturb ?? false,
        isInCall: states.get(userId)?.isInCall ?? false,
        now,
      });
      if (verdict.kind === "silent") return [];
      return [
        {
          userId,
          ...place,
          tag: `reminder/${reminderId}`,
          cause: "reminder",
          count: 1,
          isAudible: verdict.sound !== null,
          at: now.toISOString(),
          dueAt: now,
          expiresAt: new Date(now.getTime() + newsMs),
        },
      ];
    },
  );
  await queuePushesIn(unit.tx, pushes);
}
