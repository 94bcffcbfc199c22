import type { ConversationId, UserId } from "@veche/contracts";
import { createAlarm, type Alarm } from "../../platform/alarm.ts";
import { createOutboxFollower } from "../../platform/db/outbox-follower.ts";
import type { Route } from "../../platform/http/route.ts";
import { createThrottle } from "../../platform/throttle.ts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { LetterPage } from "../../platform/http/letter-pages.ts";
import type { SnapshotSource } from "../../platform/realtime/hub.ts";
import { unsubscribePage } from "./http/unsubscribe-page.ts";
import { notificationRoutes } from "./http/notification-routes.ts";
import { tellRules } from "./store/tell-rules.ts";
import type { NotificationPowers } from "./notification-powers.ts";
import { followFacts } from "./reactions/when-session-ended.ts";
import { settingsSnapshot, tellSettings } from "./realtime/show-settings.ts";
import { hasListeners } from "./store/devices.ts";
import type { NotificationsTables } from "./store/tables.ts";
import {
  queueReminders,
  type FiredReminder,
} from "./use-cases/queue-reminders.ts";
import {
  createUnsubscribeTokens,
  type UnsubscribeTokens,
} from "./unsubscribe-token.ts";
import { queueLetter, type QueuedLetter } from "./use-cases/queue-letter.ts";
import { ringDevices, type RingWish } from "./use-cases/ring-devices.ts";
import { sendMails } from "./use-cases/send-mails.ts";
import { sendPushes } from "./use-cases/send-pushes.ts";
import { tell } from "./use-cases/tell.ts";
import { writeDigests } from "./use-cases/write-digests.ts";
import { readVapidKeys, type VapidKeys } from "./vapid-keys.ts";

export type { NotificationsTables } from "./store/tables.ts";

/** Tells people of what happened while they were not looking: by Web Push and by letters. Listens; nobody calls it. */
export interface Notifications extends AsyncDisposable {
  /** What of a person is kept here, for them. */
  tellRules(userId: UserId): AsyncIterable<unknown>;
  readonly routes: readonly Route[];
  readonly letterPages: readonly LetterPage[];
  /** A device sounds and shows by the rules of its person. */
  readonly snapshot: SnapshotSource;
  /** Pushes what people asked to be reminded of; joins the caller's transaction, in which the reminders fire. */
  remind(unit: LentUnit, fired: readonly FiredReminder[]): Promise<void>;
  /** Puts another module's letter on its way in the caller's transaction; where no letters are sent, it does nothing. */
  queueLetter(unit: LentUnit, letter: QueuedLetter): Promise<void>;
  /** Chooses whom a call rings for, and pushes the ring to their devices; joins the caller's transaction. */
  ring(
    unit: LentUnit,
    wish: RingWish,
  ): Promise<{
    readonly rung: readonly UserId[];
    readonly spared: readonly UserId[];
  }>;
  start(): Promise<void>;
  /** Settles when all that happened before the call was decided about and what was due is sent; for tests. */
  quiet(): Promise<void>;
}

/** Conversations decided about in one transaction. */
const chunkSize = 50;
const lookEveryMs = 300_000;
const newsMs = 24 * 3_600_000;
/** Commits take a while: what was going on at the last look is looked at again. */
const overlapMs = 60_000;

export function createNotifications(deps: NotificationPowers): Notifications {
  const { bus, timers } = deps;
  const keys = rememberKeys(deps);
  const tokens = createUnsubscribeTokens(deps.unsubscribeKey);
  const subject = subjectOf(deps.publicUrl);
  const senders = createSenders({ ...deps, keys, tokens, subject });
  const dirty = createThrottle<ConversationId>({
    ...deps,
    gatherMs: 200,
    everyMs: 1_000,
    onFailure: "retry",
    flush: (ids) => tellAll({ ...deps, wake: senders.wake }, ids),
  });
  const lookBack = createLookBack(deps, (id) => dirty.add(id));
  const facts = createOutboxFollower<NotificationsTables>({
    ...deps,
    name: "notifications",
    handle: followFacts,
  });
  const running = new DisposableStack();

  return {
    routes: notificationRoutes({ ...deps, keys, subject }),
    letterPages: [unsubscribePage({ ...deps, tokens })],
    snapshot: settingsSnapshot(deps),
    ...wishesOf(deps),
    async start() {
      running.use(hearNews(bus, (id) => dirty.add(id)));
      running.use(tellSettings(deps));
      running.use(hearWakes(bus, senders.wake));
      facts.start();
      await lookBack();
      running.use(timers.every(lookEveryMs, () => void lookBack()));
      senders.wake();
    },
    tellRules: (userId) => tellRules(deps.database.db, userId),
    async quiet() {
      await facts.catchUp();
      await dirty.quiet();
      await senders.quiet();
    },
    async [Symbol.asyncDispose]() {
      running.dispose();
      await dirty[Symbol.asyncDispose]();
      await facts[Symbol.asyncDispose]();
      await senders[Symbol.asyncDispose]();
    },
  };
}

/** What other modules want told, in their own transactions. */
const wishesOf = (
  deps: NotificationPowers,
): Pick<Notifications, "queueLetter" | "remind" | "ring"> => ({
  queueLetter: (unit, letter) => queueLetter(deps, unit, letter),
  remind: (unit, fired) => queueReminders(deps, unit, fired),
  ring: (unit, wish) => ringDevices(deps, unit, wish),
});

/** What puts something on its way in the transaction of another module. */
function hearWakes(
  bus: NotificationPowers["bus"],
  wake: () => void,
): Disposable {
  const wakes = new DisposableStack();
  for (const type of ["reminder.fired", "letter.queued", "call.rang"] as const)
    wakes.use(bus.on(type, wake));
  return wakes;
}

const hearNews = (
  bus: NotificationPowers["bus"],
  found: (id: ConversationId) => void,
): Disposable =>
  bus.on("timeline.appended", ({ conversationId, events }) => {
    if (events.some(({ type }) => type !== "receipt.moved"))
      found(conversationId);
  });

function rememberKeys({
  database,
}: NotificationPowers): () => Promise<VapidKeys> {
  let known: Promise<VapidKeys> | undefined;
  return () => {
    known ??= readVapidKeys(database).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
}

/** Where nobody listens nothing is decided; the marks stay behind, and what is older than a day is news no more. */
async function tellAll(
  deps: NotificationPowers & { readonly wake: () => void },
  ids: readonly ConversationId[],
): Promise<void> {
  const isHeard =
    deps.mailer !== undefined || (await hasListeners(deps.database.db));
  if (!isHeard) return;
  let waiting = ids;
  while (waiting.length > 0) {
    const more = await tell(deps, waiting.slice(0, chunkSize));
    waiting = [...waiting.slice(chunkSize), ...more];
  }
  deps.wake();
}

/** What the live word of was lost with its process, or came from another one. */
function createLookBack(
  { database, chats, clock, log }: NotificationPowers,
  found: (id: ConversationId) => void,
): () => Promise<void> {
  let since = new Date(clock.now().getTime() - newsMs);
  return async () => {
    const now = clock.now();
    try {
      const heads = await chats.watch.headsSince(database.db, since);
      for (const { conversationId } of heads) found(conversationId);
      since = new Date(now.getTime() - lookEveryMs - overlapMs);
    } catch (error) {
      log.warn({ error }, "looking back for what was not told failed");
    }
  };
}

/** Whom a push service can write to about us. */
const subjectOf = (publicUrl: string): string =>
  publicUrl.startsWith("https:")
    ? publicUrl
    : `mailto:veche@${new URL(publicUrl).hostname}`;

interface Senders extends AsyncDisposable {
  readonly wake: () => void;
  readonly quiet: () => Promise<void>;
}

/** Pushes, digests and letters, each by its own deadline. */
function createSenders(
  deps: NotificationPowers & {
    readonly keys: () => Promise<VapidKeys>;
    readonly tokens: UnsubscribeTokens;
    readonly subject: string;
  },
): Senders {
  const { mailer } = deps;
  const alarm = (round: () => Promise<Date | undefined>): Alarm =>
    createAlarm({ ...deps, atLeastEveryMs: 60_000, round });
  const pushes = alarm(() => sendPushes(deps));
  const alarms = mailer === undefined ? [pushes] : [pushes, ...letters(mailer)];

  function letters(out: NonNullable<typeof mailer>): readonly Alarm[] {
    const mails = alarm(() => sendMails({ ...deps, mailer: out }));
    const digests = alarm(async () => {
      const next = await writeDigests(deps);
      mails.ring();
      return next;
    });
    return [digests, mails];
  }
  return {
    wake: () => {
      for (const one of alarms) one.ring();
    },
    quiet: async () => {
      for (const one of alarms) {
        one.ring();
        await one.quiet();
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const one of alarms) await one[Symbol.asyncDispose]();
    },
  };
}
