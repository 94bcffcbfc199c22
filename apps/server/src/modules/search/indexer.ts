import type {
  ConversationId,
  MessageCreated,
  TimelineEvent,
} from "@veche/contracts";
import {
  serverActor,
  type Database,
  type UnitOfWork,
} from "../../platform/db/database.ts";
import type { Clock } from "../../platform/clock.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Log } from "../../platform/log.ts";
import { createThrottle } from "../../platform/throttle.ts";
import type { Timers } from "../../platform/timers.ts";
import { placeKey, type Chats, type LogStretch } from "../chats/index.ts";
import { messageWords } from "./domain/message-words.ts";
import {
  behindOf,
  dropConversations,
  dropWords,
  holdCursors,
  moveCursors,
  putWords,
  type Place,
} from "./store/message-words.ts";
import type { SearchTables } from "./store/tables.ts";

export interface IndexerDeps {
  readonly database: Database<SearchTables>;
  readonly chats: Pick<Chats, "reading" | "batch">;
  readonly bus: EventBus;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly log: Log;
}

/** Follows all logs at its own pace: sending never waits for it, and nothing is missed however the server ends. */
export interface Indexer extends AsyncDisposable {
  /** Finds what was written while nobody followed. */
  start(): void;
  /** Settles when everything committed before the call can be found. */
  catchUp(): Promise<void>;
}

/** One turn of the follower: bounded, so that a flood of messages leaves the processor to its senders. */
const LOGS_PER_TURN = 50;
const EVENTS_PER_LOG = 40;
const GATHER_MS = 50;
const PAUSE_MS = 100;
/** In a flood a quarter of the time at most is spent here; what was said in it can be found a little later. */
const REST_TIMES = 3;
/** What another server wrote, or a listener missed. */
const LOOK_EVERY_MS = 300_000;
const HEADS_PER_PAGE = 1_000;

export function createIndexer(deps: IndexerDeps): Indexer {
  const { bus, timers, clock, log } = deps;
  const late = createThrottle<ConversationId>({
    timers,
    log,
    gatherMs: GATHER_MS,
    everyMs: PAUSE_MS,
    rest: { times: REST_TIMES, clock },
    onFailure: "retry",
    flush: async (ids) => {
      for (const id of await indexSome(deps, ids.slice(0, LOGS_PER_TURN)))
        late.add(id);
      for (const id of ids.slice(LOGS_PER_TURN)) late.add(id);
    },
  });
  const look = createThrottle<"heads">({
    timers,
    log,
    everyMs: 0,
    onFailure: "retry",
    flush: async () => {
      for await (const ids of behind(deps)) for (const id of ids) late.add(id);
    },
  });
  const feeds = listen(bus, (conversationId) => late.add(conversationId));
  return {
    start() {
      look.add("heads");
      feeds.use(timers.every(LOOK_EVERY_MS, () => look.add("heads")));
    },
    async catchUp() {
      await late.quiet();
      await indexAll(deps);
    },
    async [Symbol.asyncDispose]() {
      feeds.dispose();
      await look[Symbol.asyncDispose]();
      await late[Symbol.asyncDispose]();
    },
  };
}

/** Hints: what was just written, and where. */
function listen(
  bus: EventBus,
  late: (conversationId: ConversationId) => void,
): DisposableStack {
  const feeds = new DisposableStack();
  feeds.use(
    bus.on("timeline.appended", ({ conversationId, events }) => {
      if (events.some(changesWords)) late(conversationId);
    }),
  );
  feeds.use(
    bus.on("conversation.deleted", ({ conversationId }) =>
      late(conversationId),
    ),
  );
  return feeds;
}

async function indexAll(deps: IndexerDeps): Promise<void> {
  for await (const ids of behind(deps)) {
    let left: readonly ConversationId[] = ids;
    while (left.length > 0) {
      const again = await indexSome(deps, left.slice(0, LOGS_PER_TURN));
      left = [...again, ...left.slice(LOGS_PER_TURN)];
    }
  }
}

const changesWords = ({ type }: TimelineEvent): boolean =>
  type === "message.created" ||
  type === "message.edited" ||
  type === "message.deleted";

/** Pages of logs that go on beyond what is indexed. */
async function* behind({
  database,
  chats,
}: IndexerDeps): AsyncGenerator<readonly ConversationId[]> {
  let afterId: ConversationId | null = null;
  for (;;) {
    const heads = await chats.reading.headsAfter(afterId, HEADS_PER_PAGE);
    if (heads.length === 0) return;
    afterId = heads.at(-1)?.conversationId ?? null;
    const places = heads.map(({ conversationId, headSeq, isErased }) => ({
      conversationId,
      // One beyond the head stands for "erased and forgotten".
      seq: isErased ? headSeq + 1 : headSeq,
    }));
    yield await behindOf(database.db, places);
  }
}

/** Indexes a stretch of each log; answers with those that go on. */
function indexSome(
  { database, chats }: IndexerDeps,
  ids: readonly ConversationId[],
): Promise<readonly ConversationId[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return database.transact(serverActor, async (unit) => {
    const cursors = await holdCursors(unit, ids);
    const stretches = await chats.reading.stretchesAfter(
      unit.tx,
      cursors,
      EVENTS_PER_LOG,
    );
    const erased = stretches.filter(({ isErased }) => isErased);
    const living = stretches.filter(({ isErased }) => !isErased);
    await dropConversations(
      unit,
      erased.map(({ conversationId }) => conversationId),
    );
    await writeWords(chats, unit, living);
    await moveCursors(unit, [
      ...erased.map(({ conversationId, headSeq }) => ({
        conversationId,
        seq: headSeq + 1,
      })),
      ...living.flatMap(({ conversationId, events }) => {
        const seq = events.at(-1)?.seq;
        return seq === undefined ? [] : [{ conversationId, seq }];
      }),
    ]);
    return living
      .filter(({ events }) => events.length === EVENTS_PER_LOG)
      .map(({ conversationId }) => conversationId);
  });
}

/** A message is indexed as it stands now, so a change that is met again, or before its time, does no harm. */
async function writeWords(
  chats: IndexerDeps["chats"],
  unit: UnitOfWork<SearchTables>,
  stretches: readonly LogStretch[],
): Promise<void> {
  const messages = new Map<
    string,
    Place & { readonly event: MessageCreated }
  >();
  const changed: Place[] = [];
  for (const { conversationId, events } of stretches) {
    for (const event of events) {
      if (event.type === "message.created") {
        const place = { conversationId, seq: event.seq };
        messages.set(placeKey(place), { ...place, event });
      } else if (
        event.type === "message.edited" ||
        event.type === "message.deleted"
      ) {
        changed.push({ conversationId, seq: event.messageSeq });
      }
    }
  }
  const unread = changed.filter((place) => !messages.has(placeKey(place)));
  const now = await chats.batch.eventsAt(unit.tx, unread);
  for (const place of unread) {
    const event = now.get(placeKey(place))?.event;
    if (event?.type === "message.created")
      messages.set(placeKey(place), { ...place, event });
  }
  const words = [...messages.values()].map((place) => ({
    place,
    said: messageWords(place.conversationId, place.event),
  }));
  await dropWords(
    unit,
    words.filter(({ said }) => said === undefined).map(({ place }) => place),
  );
  await putWords(
    unit,
    words.flatMap(({ said }) => said ?? []),
  );
}
