import {
  defaultNotificationSettings,
  type ConversationId,
} from "@veche/contracts";
import { serverActor, type Tx } from "../../../platform/db/database.ts";
import type { FoundEvent } from "../../chats/index.ts";
import { planTelling } from "../domain/plan-telling.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { queueDigestItems, type DigestItem } from "../store/digests.ts";
import { holdMarks, moveMarks } from "../store/marks.ts";
import { queuePushes, type NewPush } from "../store/pushes.ts";
import type { NotificationsTables } from "../store/tables.ts";
import { gatherAudience, userOf, type Audience } from "./gather-audience.ts";

export type TellDeps = Pick<
  NotificationPowers,
  "database" | "chats" | "clock" | "presences" | "addresses" | "tags" | "mailer"
>;

/** Events of one conversation that are read at once. */
const pageSize = 200;
/** What happened longer ago is news no more. */
const newsMs = 24 * 3_600_000;
/** What is read on an open screen within this is not pushed. */
const gatherMs = 3_000;

/**
 * Decides for everybody in these conversations about what happened since they were told last. What is to be sent, and
 * how far it was decided, is one commit: killed before it, all is decided again; after it, all is sent. Answers with
 * the conversations of which there is more.
 */
export async function tell(
  deps: TellDeps,
  conversationIds: readonly ConversationId[],
): Promise<readonly ConversationId[]> {
  const { database, chats, clock } = deps;
  return database.transact(serverActor, async ({ tx }) => {
    const marks = await holdMarks(tx, conversationIds);
    const places = marks.map(({ conversationId, toldTo: seq }) => ({
      conversationId,
      seq,
    }));
    const found = await chats.watch.eventsAfterEach(tx, places, pageSize);
    const pages = [...Map.groupBy(found, (one) => one.conversationId)];
    const since = clock.now().getTime() - newsMs;
    const news = found.filter(({ event }) => Date.parse(event.at) > since);
    if (news.length > 0) await decide(deps, tx, news);
    await moveMarks(
      tx,
      pages.map(([conversationId, page]) => ({
        conversationId,
        toldTo: Math.max(...page.map(({ event }) => event.seq)),
      })),
    );
    return pages
      .filter(([, page]) => page.length === pageSize)
      .map(([conversationId]) => conversationId);
  });
}

async function decide(
  deps: TellDeps,
  tx: Tx<NotificationsTables>,
  news: readonly FoundEvent[],
): Promise<void> {
  const audience = await gatherAudience(deps, tx, news);
  const plan = planFor(audience, news, deps.clock.now());
  await queuePushes(tx, plan.pushes);
  await queueDigestItems(tx, plan.digest);
}

function planFor(
  { seats, listenerOf, hasAddress, around }: Audience,
  news: readonly FoundEvent[],
  now: Date,
) {
  const byConversation = Map.groupBy(news, (one) => one.conversationId);
  const pushes: NewPush[] = [];
  const digest: DigestItem[] = [];
  for (const seat of seats) {
    const { conversationId } = seat;
    const userId = userOf(seat);
    const listener = listenerOf(userId);
    const events = (byConversation.get(conversationId) ?? []).map(
      ({ event }) => event,
    );
    const plan = planTelling({
      seat,
      listener,
      events,
      around: around(conversationId),
      now,
    });
    for (const telling of plan.tellings)
      pushes.push({
        userId,
        conversationId,
        ...telling,
        dueAt: new Date(now.getTime() + gatherMs),
        expiresAt: new Date(now.getTime() + newsMs),
      });
    const { digestDelayMs } = listener.settings ?? defaultNotificationSettings;
    if (digestDelayMs === null || !hasAddress(userId)) continue;
    for (const { seq, at } of plan.digest) {
      const dueAt = new Date(Date.parse(at) + digestDelayMs);
      digest.push({ userId, conversationId, seq, dueAt });
    }
  }
  return { pushes, digest };
}
