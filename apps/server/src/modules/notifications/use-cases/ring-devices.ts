import {
  defaultNotificationSettings,
  type CallId,
  type ConversationId,
  type UserId,
} from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { chooseRing } from "../domain/choose-ring.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { queuePushesIn, type NewPush } from "../store/pushes.ts";
import { settingsOf } from "../store/settings.ts";

/** A call that rings for these people until then. */
export interface RingWish {
  readonly callId: CallId;
  readonly conversationId: ConversationId;
  readonly callerName: string;
  readonly isToMany: boolean;
  readonly userIds: readonly UserId[];
  readonly until: Date;
}

export type RingDevicesDeps = Pick<
  NotificationPowers,
  "database" | "clock" | "presences" | "chats"
>;

/**
 * Chooses by everybody's own rules whom a call rings for, and puts the pushes to their devices on their way in the
 * transaction that makes it ring. One of many who is in another call, or not to be disturbed now, is spared.
 */
export async function ringDevices(
  { database: { db }, clock, presences, chats }: RingDevicesDeps,
  unit: LentUnit,
  wish: RingWish,
): Promise<{ readonly rung: UserId[]; readonly spared: UserId[] }> {
  const { conversationId, isToMany, userIds } = wish;
  const now = clock.now();
  const [settings, states, seats] = await Promise.all([
    settingsOf(db, userIds),
    presences.of(userIds),
    // The conversation may be made by the same transaction.
    chats.watch.seatedIn(unit.tx, {
      conversationIds: [conversationId],
      among: userIds,
    }),
  ]);
  const choices = userIds.flatMap((userId) => {
    const place = seats.find(({ principalId }) => principalId === userId);
    const state = states.find((one) => one.userId === userId);
    if (place === undefined) return [];
    const choice = chooseRing({
      place,
      settings: settings.get(userId) ?? defaultNotificationSettings,
      isDoNotDisturb: state?.isDoNotDisturb ?? false,
      isInCall: state?.isInCall ?? false,
      isToMany,
      now,
    });
    return [{ userId, ...choice }];
  });
  const rung = choices.filter(({ kind }) => kind === "rung");
  const push = pushOf(wish, now);
  await queuePushesIn(unit.tx, rung.map(push));
  return {
    rung: rung.map(({ userId }) => userId),
    spared: choices.flatMap(({ kind, userId }) =>
      kind === "spared" ? [userId] : [],
    ),
  };
}

const pushOf =
  ({ callId, conversationId, callerName, until }: RingWish, now: Date) =>
  ({ userId, isAudible }: Pick<NewPush, "userId" | "isAudible">): NewPush => ({
    userId,
    conversationId,
    tag: `call/${callId}`,
    // There is no entry yet: the call says of itself whether it rings.
    seq: 0,
    cause: "call",
    count: 1,
    isAudible,
    at: now.toISOString(),
    dueAt: now,
    expiresAt: until,
    ringOf: callId,
    ringer: callerName,
  });
