import { serverActor } from "../../../platform/db/database.ts";
import type { PrivacyPowers } from "../privacy-powers.ts";
import { keepingsOf, readRetention } from "../store/settings.ts";

type SweepDeps = Pick<
  PrivacyPowers,
  "database" | "chats" | "messages" | "clock"
>;

const conversationsAtOnce = 50;
/** A transaction holds its conversation: whoever writes there waits for so many. */
const messagesAtOnce = 200;

/**
 * Clears away what is older than the rules allow, until nothing is. Each step is one commit of its own: how far the
 * conversation is swept, the emptied messages, their files and the entry of the trail. Killed anywhere it goes on from
 * there; two servers that sweep at once take turns by the conversation's row.
 */
export async function sweep(deps: SweepDeps): Promise<void> {
  const { database, chats, clock } = deps;
  for (;;) {
    const keepings = keepingsOf(await readRetention(database.db));
    const now = clock.now();
    const overdue = await chats.ageing.findOverdue(database.db, keepings, {
      now,
      limit: conversationsAtOnce,
    });
    if (overdue.length === 0) return;
    for (const { conversationId, keptMs, reason } of overdue) {
      const before = new Date(now.getTime() - keptMs);
      await database.transact(serverActor, async (unit) => {
        const messages = await chats.ageing.takeOldMessages(
          unit,
          conversationId,
          { before, limit: messagesAtOnce },
        );
        if (messages.length === 0) return;
        await deps.messages.expire(unit, { conversationId, reason, messages });
        const count = messages.length;
        unit.happened({
          type: "messages.expired",
          conversationId,
          reason,
          count,
        });
      });
    }
  }
}
