import {
  veiled,
  type ApplicationEvent,
  type ApplicationId,
  type ConversationId,
  type TimelineEvent,
} from "@veche/contracts";
import { serverActor } from "../../platform/db/database.ts";
import { placeKey } from "../chats/index.ts";
import type { ObjectsDeps } from "./objects-deps.ts";
import { contextOf, contextsAfter, type Context } from "./store/contexts.ts";
import { eventsAfter, writeEvents, type EventPlace } from "./store/events.ts";

type Powers = Pick<
  ObjectsDeps,
  "database" | "bus" | "chats" | "log" | "timers"
>;

/**
 * An application's events: one numbered list over the logs of all its conversations. The logs are the truth; what is
 * told here on the bus is a hint, and a sweep finds what a dead process or another one left uncopied.
 */
export interface EventFeed extends AsyncDisposable {
  start(): void;
  /** Settles when all that was committed before the call is in the list. */
  catchUp(): Promise<void>;
  read(
    applicationId: ApplicationId,
    page: { readonly after: number; readonly limit: number },
  ): Promise<EventPage>;
}

interface EventPage {
  readonly items: readonly ApplicationEvent[];
  /** Where the next page begins; the same as before when nothing has happened. */
  readonly next: number;
}

const sweepEveryMs = 60_000;
const sweepPage = 500;
const copyPage = 500;

export function createEventFeed(
  powers: Powers,
  told: (applicationId: ApplicationId) => void,
): EventFeed {
  const { database, bus, timers } = powers;
  const copying = createCopying(powers, told);
  const running = new DisposableStack();

  return {
    start() {
      running.use(
        bus.on("context.opened", ({ conversationId }) =>
          copying.copyNew(conversationId),
        ),
      );
      running.use(
        bus.on("timeline.appended", ({ conversationId }) => {
          copying.copyKnown(conversationId);
        }),
      );
      running.use(timers.every(sweepEveryMs, () => void copying.sweep()));
      void copying.sweep();
    },
    catchUp: () => copying.sweep(),
    async read(applicationId, page) {
      const places = await eventsAfter(database.db, applicationId, page);
      return {
        items: await present(powers, places),
        next: places.at(-1)?.number ?? page.after,
      };
    },
    async [Symbol.asyncDispose]() {
      running.dispose();
      await copying.settled();
    },
  };
}

/** What waits to be copied, one log after the other. */
interface Copying {
  copyNew(conversationId: ConversationId): Promise<void>;
  /** A conversation that is about no object is passed over without asking the database. */
  copyKnown(conversationId: ConversationId): void;
  /** Every log whose head is ahead of its copy. */
  sweep(): Promise<void>;
  settled(): Promise<void>;
}

function createCopying(
  powers: Powers,
  told: (applicationId: ApplicationId) => void,
): Copying {
  const { database, chats, log } = powers;
  const contexts = new Set<ConversationId>();
  const due = new Set<ConversationId>();
  let work = Promise.resolve();

  const enqueue = (task: () => Promise<void>): Promise<void> => {
    work = work.then(task).catch((error: unknown) => {
      log.warn({ error }, "events of applications could not be copied");
    });
    return work;
  };
  const copyDue = async (): Promise<void> => {
    for (const conversationId of due) {
      due.delete(conversationId);
      const context = await contextOf(database.db, conversationId);
      if (context === undefined) continue;
      contexts.add(conversationId);
      if (await copyLog(powers, context)) told(context.applicationId);
    }
  };
  const findDue = async (): Promise<void> => {
    for await (const page of pagesOfContexts(powers)) {
      const ids = page.map(({ conversationId }) => conversationId);
      const heads = await chats.syncSource.headsOf(ids);
      for (const { conversationId, toldTo } of page) {
        contexts.add(conversationId);
        if ((heads.get(conversationId) ?? 0) > toldTo) due.add(conversationId);
      }
    }
  };

  return {
    copyNew(conversationId) {
      contexts.add(conversationId);
      due.add(conversationId);
      return enqueue(copyDue);
    },
    copyKnown(conversationId) {
      if (!contexts.has(conversationId)) return;
      due.add(conversationId);
      void enqueue(copyDue);
    },
    sweep: () => enqueue(() => findDue().then(copyDue)),
    settled: () => work,
  };
}

async function* pagesOfContexts({
  database,
}: Powers): AsyncGenerator<readonly Context[]> {
  let last: ConversationId | undefined;
  do {
    const page = await contextsAfter(database.db, last, sweepPage);
    yield page;
    last = page.length === sweepPage ? page.at(-1)?.conversationId : undefined;
  } while (last !== undefined);
}

/** True when there is something new for the application. */
async function copyLog(
  { database, chats }: Powers,
  { applicationId, conversationId, toldTo }: Context,
): Promise<boolean> {
  let from = toldTo;
  let isNews = false;
  for (;;) {
    const events = await chats.syncSource.eventsAfter(
      conversationId,
      from,
      copyPage,
    );
    const to = events.at(-1)?.seq;
    if (to === undefined) return isNews;
    const seqs = events.filter(isTold).map(({ seq }) => seq);
    const isWritten = await database.transact(serverActor, ({ tx }) =>
      writeEvents(tx, { applicationId, conversationId, from, to, seqs }),
    );
    // Somebody else was there first: they tell.
    if (!isWritten) return isNews;
    isNews ||= seqs.length > 0;
    from = to;
    if (events.length < copyPage) return isNews;
  }
}

/** Who has read how far is no news to a business system. */
const isTold = ({ type }: TimelineEvent): boolean => type !== "receipt.moved";

/**
 * The events themselves, as the logs show them now; what is no longer there is left out, and so are the words of
 * confidential conversations: an application keeps what it reads.
 */
async function present(
  { database, chats }: Powers,
  places: readonly EventPlace[],
): Promise<readonly ApplicationEvent[]> {
  const found = await chats.batch.eventsAt(database.db, places);
  const secret = await confidentialOf(chats, places);
  return places.flatMap((place) => {
    const { number, conversationId, type, objectId } = place;
    const said = found.get(placeKey(place))?.event;
    if (said === undefined) return [];
    const event = secret.has(conversationId) ? veiled(said) : said;
    return [{ number, conversationId, object: { type, id: objectId }, event }];
  });
}

async function confidentialOf(
  chats: Powers["chats"],
  places: readonly EventPlace[],
): Promise<ReadonlySet<ConversationId>> {
  const ids = [...new Set(places.map((place) => place.conversationId))];
  const profiles = await Promise.all(ids.map((id) => chats.profile(id)));
  return new Set(
    // One that is gone in this moment says nothing more either.
    ids.filter((_id, at) => profiles[at]?.confidentiality !== null),
  );
}
