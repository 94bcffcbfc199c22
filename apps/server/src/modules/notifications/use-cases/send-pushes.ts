import { createHash } from "node:crypto";
import {
  defaultNotificationSettings,
  type NotificationSettings,
  type UserId,
} from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { placeKey, type PlacedEvent, type Seated } from "../../chats/index.ts";
import { judgePush, type PushOutcome } from "../domain/judge-push.ts";
import { wordPush, wordRing, type PushWord } from "../domain/push-word.ts";
import { leaseMs, retryDelayMs } from "../domain/retry.ts";
import { words } from "../domain/words.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { pushRequest } from "../push-request.ts";
import {
  devicesOf,
  removeAddress,
  type PushDeviceRow,
} from "../store/devices.ts";
import {
  claimPushes,
  delayPush,
  dropPush,
  nextPushAt,
  type PushRow,
} from "../store/pushes.ts";
import { settingsOf } from "../store/settings.ts";
import type { VapidKeys } from "../vapid-keys.ts";

export type SendPushesDeps = Pick<
  NotificationPowers,
  | "database"
  | "chats"
  | "clock"
  | "log"
  | "users"
  | "push"
  | "productName"
  | "rings"
> & {
  readonly keys: () => Promise<VapidKeys>;
  readonly subject: string;
};

/** Sent at the same time; the push services of all browsers are a handful. */
const atOnce = 20;

/**
 * Sends what is due, until nothing is; answers with when the next is. What was read, deleted or is no longer one's own
 * since it was queued is not sent. A push is forgotten only when its service has taken it: killed in between, it is
 * sent again, under the same tag.
 */
export async function sendPushes(
  deps: SendPushesDeps,
): Promise<Date | undefined> {
  const { database, clock } = deps;
  for (;;) {
    const claimed = await database.transact(serverActor, ({ tx }) =>
      claimPushes(tx, { now: clock.now(), leaseMs, limit: atOnce }),
    );
    if (claimed.length === 0) return nextPushAt(database.db);
    const facts = await gatherFacts(deps, claimed);
    await Promise.all(claimed.map((push) => sendOne(deps, push, facts)));
  }
}

interface Facts {
  readonly keys: VapidKeys;
  readonly productName: string;
  readonly deviceOf: (push: PushRow) => PushDeviceRow | undefined;
  readonly seatOf: (push: PushRow) => Seated | undefined;
  readonly eventOf: (push: PushRow) => PlacedEvent | undefined;
  readonly settingsOf: (userId: UserId) => NotificationSettings;
  readonly languageOf: (userId: UserId) => "ru" | "en";
}

async function gatherFacts(
  { database: { db }, chats, users, keys, productName }: SendPushesDeps,
  pushes: readonly PushRow[],
): Promise<Facts> {
  const userIds = [...new Set(pushes.map(({ userId }) => userId))];
  const [devices, seats, events, settings, people] = await Promise.all([
    devicesOf(db, userIds),
    chats.watch.seatedIn(db, {
      conversationIds: pushes.map((push) => push.conversationId),
      among: userIds,
    }),
    chats.watch.eventsAt(db, pushes),
    settingsOf(db, userIds),
    users.many(userIds),
  ]);
  return {
    keys: await keys(),
    productName: await productName(),
    deviceOf: ({ userId, deviceId }) =>
      devices.find((one) => one.userId === userId && one.deviceId === deviceId),
    seatOf: ({ userId, conversationId }) =>
      seats.find(
        (one) =>
          one.principalId === userId && one.conversationId === conversationId,
      ),
    eventOf: (push) => events.get(placeKey(push)),
    settingsOf: (userId) => settings.get(userId) ?? defaultNotificationSettings,
    languageOf: (userId) =>
      people.find(({ id }) => id === userId)?.language ?? "en",
  };
}

/** The seat tells whether it is still theirs and unread, the event whether it still says something, the call whether it rings. */
async function wordNow(
  { clock, rings }: SendPushesDeps,
  push: PushRow,
  facts: Facts,
): Promise<PushWord | undefined> {
  const conversation = facts.seatOf(push);
  const device = facts.deviceOf(push);
  if (conversation === undefined || device === undefined) return undefined;
  if (push.expiresAt <= clock.now()) return undefined;
  const wording = {
    words: words[facts.languageOf(push.userId)],
    productName: facts.productName,
    hidesWords: device.hidesWords || !facts.settingsOf(push.userId).showsText,
  };
  const { ringOf, ringer } = push;
  if (ringOf !== null)
    return (await rings.isRung(ringOf, push.userId))
      ? wordRing({ conversation, ...push, ringer: ringer ?? "" }, wording)
      : undefined;
  const found = facts.eventOf(push);
  if (found === undefined) return undefined;
  const { event, actorName } = found;
  const isGone =
    event.type === "message.created" && event.deletedAt !== undefined;
  // A reminder is of a message that was read long ago.
  const isRead = push.cause !== "reminder" && conversation.readTo >= push.seq;
  if (isGone || isRead) return undefined;
  return wordPush(
    { conversation, event, actorName: actorName ?? facts.productName, ...push },
    wording,
  );
}

async function sendOne(
  deps: SendPushesDeps,
  push: PushRow,
  facts: Facts,
): Promise<void> {
  const { database, clock, log } = deps;
  const device = facts.deviceOf(push);
  const word = await wordNow(deps, push, facts);
  const outcome =
    word === undefined || device === undefined
      ? ({ kind: "done" } as const)
      : await post(deps, { push, device, word, keys: facts.keys });
  await database.transact(serverActor, async ({ tx }) => {
    switch (outcome.kind) {
      case "done":
        return dropPush(tx, push);
      case "gone":
        return device && removeAddress(tx, device.endpoint);
      case "later": {
        const waitMs = retryDelayMs(push.tries, outcome.askedMs);
        log.debug({ ...outcome, tries: push.tries }, "a push waits");
        return delayPush(tx, push, new Date(clock.now().getTime() + waitMs));
      }
    }
  });
}

interface Sending {
  readonly push: PushRow;
  readonly device: PushDeviceRow;
  readonly word: PushWord;
  readonly keys: VapidKeys;
}

async function post(
  { push: out, subject, clock, log }: SendPushesDeps,
  { push, device, word, keys }: Sending,
): Promise<PushOutcome> {
  const leftMs = push.expiresAt.getTime() - clock.now().getTime();
  const request = pushRequest(device, word, {
    keys,
    subject,
    ttlS: Math.ceil(leftMs / 1000),
    isUrgent: push.cause === "call",
    topic: topicOf(push.tag),
  });
  try {
    const answer = await out.post(request);
    const outcome = judgePush(answer);
    if (outcome.kind === "done" && answer.status >= 300)
      log.warn({ status: answer.status }, "a push service refused a push");
    return outcome;
  } catch (error) {
    log.debug({ error }, "a push service did not answer");
    return { kind: "later", askedMs: 0 };
  }
}

const topicOf = (tag: string): string =>
  createHash("sha256").update(tag).digest("base64url").slice(0, 32);
