import { serverActor, type Tx } from "../../../platform/db/database.ts";
import { placeKey, type PlacedEvent, type Seated } from "../../chats/index.ts";
import { writeDigest, type DigestLine } from "../digest-letter.ts";
import { words } from "../domain/words.ts";
import type { NotificationPowers } from "../notification-powers.ts";
import { nextDigestAt, takeDigest, type DigestItem } from "../store/digests.ts";
import { queueMail } from "../store/mails.ts";
import {
  unsubscribePath,
  type UnsubscribeTokens,
} from "../unsubscribe-token.ts";
import type { MailId, NotificationsTables } from "../store/tables.ts";

export type WriteDigestsDeps = Pick<
  NotificationPowers,
  | "database"
  | "chats"
  | "clock"
  | "ids"
  | "users"
  | "addresses"
  | "productName"
  | "publicUrl"
> & { readonly tokens: UnsubscribeTokens };

const mailLifeMs = 24 * 3_600_000;

/**
 * Writes a letter to everybody who has something due; answers with when the next is. What waits and the letter that
 * tells it are one commit, so nothing is told twice or forgotten. What was read meanwhile is left out, and where
 * nothing is left no letter is written.
 */
export async function writeDigests(
  deps: WriteDigestsDeps,
): Promise<Date | undefined> {
  const { database, clock } = deps;
  for (;;) {
    const isMore = await database.transact(serverActor, async ({ tx }) => {
      const items = await takeDigest(tx, clock.now());
      await writeLetter(deps, tx, items);
      return items.length > 0;
    });
    if (!isMore) return nextDigestAt(database.db);
  }
}

async function writeLetter(
  deps: WriteDigestsDeps,
  tx: Tx<NotificationsTables>,
  items: readonly DigestItem[],
): Promise<void> {
  const { users, addresses, clock, ids, productName, publicUrl } = deps;
  const userId = items[0]?.userId;
  if (userId === undefined) return;
  const [person] = await users.many([userId]);
  const address = (await addresses.of([userId])).get(userId);
  const lines = await unreadLines(deps, tx, items);
  if (person === undefined || address === undefined || lines.length === 0)
    return;
  if (person.disabledAt !== null) return;
  const unsubscribeUrl = `${publicUrl}${unsubscribePath}/${deps.tokens.of(userId)}`;
  const letter = writeDigest(lines, {
    words: words[person.language],
    productName: await productName(),
    personName: person.name,
    publicUrl,
    unsubscribeUrl,
  });
  const now = clock.now();
  await queueMail(tx, {
    id: ids.next<MailId>(),
    recipient: address,
    ...letter,
    unsubscribeUrl,
    dueAt: now,
    expiresAt: new Date(now.getTime() + mailLifeMs),
  });
}

async function unreadLines(
  { chats }: WriteDigestsDeps,
  tx: Tx<NotificationsTables>,
  items: readonly DigestItem[],
): Promise<readonly DigestLine[]> {
  const seats = await chats.watch.seatedIn(tx, {
    conversationIds: items.map((item) => item.conversationId),
    among: items.map((item) => item.userId),
  });
  const events = await chats.watch.eventsAt(tx, items);
  return [...items]
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
    .flatMap((item) => {
      const seat = seats.find(
        (one) => one.conversationId === item.conversationId,
      );
      return lineOf(item, seat, events.get(placeKey(item)));
    });
}

function lineOf(
  { seq }: DigestItem,
  seat: Seated | undefined,
  found: PlacedEvent | undefined,
): readonly DigestLine[] {
  if (seat === undefined || found === undefined || seat.readTo >= seq)
    return [];
  const { event, actorName } = found;
  if (event.type !== "message.created" || event.deletedAt !== undefined)
    return [];
  return [{ conversation: seat, event, actorName: actorName ?? "" }];
}
