import type { Actor, UserId } from "@veche/contracts";
import { calendarFeed, type FeedConference } from "../calendar-feed.ts";
import type { ConferencePowers } from "../conference-powers.ts";
import {
  dropFeed,
  feedTokenOf,
  ownerOfFeed,
  writeFeed,
} from "../store/calendar-feeds.ts";
import { conferencesOf } from "../store/conferences.ts";
import { exceptionsOf } from "../store/exceptions.ts";

type Asking = { readonly userId: UserId; readonly actor: Actor };

const keptMs = 90 * 86_400_000;

const addressOf = (
  { publicUrl }: Pick<ConferencePowers, "publicUrl">,
  token: string,
): string => `${publicUrl}/calendar/${token}.ics`;

/** Where calendar programs read a person's conferences; null: nowhere. */
export async function feedAddress(
  powers: Pick<ConferencePowers, "database" | "publicUrl">,
  userId: UserId,
): Promise<string | null> {
  const token = await feedTokenOf(powers.database.db, userId);
  return token === undefined ? null : addressOf(powers, token);
}

/** Another address; the former one ends. */
export async function makeFeed(
  powers: Pick<ConferencePowers, "database" | "publicUrl" | "ids" | "clock">,
  { userId, actor }: Asking,
): Promise<string> {
  const token = powers.ids.secret();
  const at = powers.clock.now();
  await powers.database.transact(actor, ({ tx }) =>
    writeFeed(tx, { userId, token, at }),
  );
  return addressOf(powers, token);
}

export async function endFeed(
  { database }: Pick<ConferencePowers, "database">,
  { userId, actor }: Asking,
): Promise<void> {
  await database.transact(actor, ({ tx }) => dropFeed(tx, userId));
}

/** The calendar behind an address; undefined: it ended, or its person is here no more. */
export async function readFeed(
  powers: ConferencePowers,
  token: string,
): Promise<string | undefined> {
  const { database, clock, users, publicUrl } = powers;
  const userId = await ownerOfFeed(database.db, token);
  if (userId === undefined) return undefined;
  const [user] = await users.many([userId]);
  if (user?.disabledAt !== null) return undefined;
  const since = new Date(clock.now().getTime() - keptMs);
  const conferences = await conferencesOf(database.db, userId, since);
  const exceptions = await exceptionsOf(
    database.db,
    conferences.map(({ id }) => id),
  );
  return calendarFeed(
    conferences.flatMap(({ schedule, ...one }): FeedConference[] =>
      schedule === null
        ? []
        : [
            {
              ...{ ...one, schedule },
              exceptions: exceptions.get(one.id) ?? [],
              url: `${publicUrl}/conferences/${one.id}`,
            },
          ],
    ),
  );
}
