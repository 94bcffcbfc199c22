import type {
  ConversationId,
  NewTimelineEvent,
  TimelineEvent,
  PrincipalId,
} from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Route } from "../../platform/http/route.ts";
import type { Log } from "../../platform/log.ts";
import type { Principal } from "../../platform/principal.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type { Hub, SnapshotSource } from "../../platform/realtime/hub.ts";
import type { SyncSource } from "../../platform/realtime/sync-source.ts";
import type { Timers } from "../../platform/timers.ts";
import { ageing, type ChatsAgeing } from "./ageing.ts";
import { batch, type ChatsBatch } from "./batch.ts";
import type { ChatPowers } from "./chat-powers.ts";
import { chatCommands } from "./commands.ts";
import type { ConversationReaders } from "./conversation-readers.port.ts";
import { chatRoutes } from "./http/chat-routes.ts";
import { createListReader } from "./list-reader.ts";
import { createMembership, type ChatMembership } from "./membership.ts";
import {
  createMembershipCache,
  type MembershipCache,
} from "./membership-cache.ts";
import { createOpenings, type ChatOpenings } from "./openings.ts";
import { tellCounts } from "./reactions/tell-counts.ts";
import { tellArrangements } from "./reactions/when-arranged.ts";
import {
  folderSnapshot,
  tellFolders,
} from "./reactions/when-folders-changed.ts";
import { followRenames } from "./reactions/when-principal-changed.ts";
import { tellSizes } from "./reactions/when-size-crossed.ts";
import { createSightOf, type ConversationSight } from "./readable.ts";
import type { HeldHeads, NewLogEntry } from "./store/append-entries.ts";
import {
  conversationProfile,
  type ConversationProfile,
} from "./store/conversation-profile.ts";
import {
  readableEvents,
  type LogPlace,
  type PlacedEvent,
  type Reader,
} from "./store/log-entries.ts";
import { presentMemberIds } from "./store/members.ts";
import { createReading, type ChatsReading } from "./store/reading.ts";
import { receiptsAt, type ReceiptsAt } from "./store/receipts-at.ts";
import { tellPlaces } from "./store/tell-places.ts";
import { countMessages, type Span } from "./store/timeline.ts";
import { createSyncSource } from "./sync-source.ts";
import { appendToLogs, type AppendPowers } from "./use-cases/append-to-logs.ts";
import { eraseName } from "./use-cases/erase-name.ts";
import { watch, type ChatsWatch } from "./watch.ts";

export type { NewLogEntry } from "./store/append-entries.ts";
export {
  placeKey,
  type LogPlace,
  type PlacedEvent,
  type Reader,
} from "./store/log-entries.ts";
export type {
  EventColumn,
  LogStretch,
  OwnEvent,
  OwnPlace,
} from "./store/reading.ts";
export { seatKey, type Standing } from "./store/standings.ts";
export type { ChatsTables } from "./store/tables.ts";
export type { FoundEvent, Seated } from "./store/watch.ts";
export type { UserDirectory } from "./user-directory.port.ts";

/** The powers of the module: `users`, `readers` and `tags` are ports that `app/` plugs. */
export interface ChatsDeps extends ChatPowers, AppendPowers {
  readonly bus: EventBus;
  readonly readers: ConversationReaders;
  readonly hub: Pick<Hub, "notify" | "isConnected">;
  readonly timers: Timers;
  readonly log: Log;
}

/**
 * Conversations, their members and their logs. Methods that take a `unit` join the caller's transaction: their
 * changes and facts become true with its commit.
 */
export interface Chats extends ChatOpenings, ChatMembership, AsyncDisposable {
  readonly routes: readonly Route[];
  readonly commands: CommandHandlers;
  /** A user's own folders. */
  readonly snapshot: SnapshotSource;
  readonly syncSource: SyncSource;
  /** Numbers and writes entries of one log, in order. Refuses `conversation.not_found`. */
  append(
    unit: LentUnit,
    conversationId: ConversationId,
    events: readonly NewTimelineEvent[],
  ): Promise<readonly TimelineEvent[]>;
  /**
   * The same for many logs in one statement; the answers stand in the order of `entries`. Whoever holds all of these
   * conversations (`batch.holdStandings`) brings how far their logs go.
   */
  appendMany(
    unit: LentUnit,
    entries: readonly NewLogEntry[],
    heldHeads?: HeldHeads,
  ): Promise<readonly TimelineEvent[]>;
  /** Events as they stand now, by `placeKey`: of those conversations alone that this principal may read now. */
  readEvents(
    reader: Reader,
    places: readonly LogPlace[],
  ): Promise<ReadonlyMap<string, PlacedEvent>>;
  /** What is told of a conversation where another speaks of it. Undefined for one that is gone. */
  profile(
    conversationId: ConversationId,
  ): Promise<ConversationProfile | undefined>;
  /** How far members were delivered to and have read, and when they came to a place of the log. */
  receiptsAt(place: LogPlace): Promise<ReceiptsAt>;
  /** How much of it this principal may see now, on the device they look through; asked anew each time. */
  readonly sightOf: (
    principal: Principal,
    conversationId: ConversationId,
  ) => Promise<ConversationSight>;
  /** How many messages were sent in each span of time. */
  countMessages(spans: readonly Span[]): Promise<readonly number[]>;
  readonly batch: ChatsBatch;
  readonly reading: ChatsReading;
  readonly watch: ChatsWatch;
  readonly ageing: ChatsAgeing;
  /** Puts another name wherever a person stands in conversations; what they said stays. */
  readonly eraseName: typeof eraseName;
  /** The conversations somebody is or was in, for them. */
  tellPlaces(principalId: PrincipalId): AsyncIterable<unknown>;
}

/** Conversations whose members are kept in memory. */
const maxCachedConversations = 10_000;

export function createChats(deps: ChatsDeps): Chats {
  const { db } = deps.database;
  const cache = createMembershipCache({
    bus: deps.bus,
    load: (conversationId) => presentMemberIds(db, conversationId),
    maxConversations: maxCachedConversations,
  });
  const lists = createListReader({ ...deps, db });
  const reactions = [...react(deps, cache), lists];
  const openings = createOpenings(deps);
  const appendMany: Chats["appendMany"] = (unit, entries, heldHeads) =>
    appendToLogs(deps, unit, { entries, heldHeads });

  return {
    routes: chatRoutes(deps, openings),
    commands: chatCommands(deps),
    snapshot: folderSnapshot(db),
    syncSource: createSyncSource(db, lists),
    append: (unit, conversationId, events) =>
      appendMany(
        unit,
        events.map((event) => ({ conversationId, event })),
      ),
    appendMany,
    ...openings,
    ...createMembership(deps, cache),
    readEvents: (reader, places) => readableEvents(db, reader, places),
    profile: (conversationId) => conversationProfile(db, conversationId),
    receiptsAt: (place) => receiptsAt(db, place),
    sightOf: createSightOf({ ...deps, db }),
    countMessages: (spans) => countMessages(db, spans),
    reading: createReading(db),
    batch,
    watch,
    ageing,
    eraseName,
    tellPlaces: (principalId) => tellPlaces(db, principalId),
    [Symbol.asyncDispose]: async () => {
      for (const reaction of reactions) reaction[Symbol.dispose]();
      cache[Symbol.dispose]();
    },
  };
}

const react = (
  deps: ChatsDeps,
  { membersOf }: Pick<MembershipCache, "membersOf">,
): readonly Disposable[] => {
  const { db } = deps.database;
  return [
    followRenames(deps),
    tellArrangements({ ...deps, db }),
    tellFolders({ ...deps, db }),
    tellCounts({ ...deps, db, membersOf }),
    tellSizes({ ...deps, db, membersOf }),
  ];
};
