import {
  conversationEndpoints,
  type ClientId,
  type Conversation,
  type ConversationId,
  type Member,
  type NewTimelineEvent,
  type PrincipalId,
  type TimelineEvent,
} from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type {
  LentUnit,
  StatementRunner,
} from "../../platform/db/statements.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Log } from "../../platform/log.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import { route, type Route } from "../../platform/http/route.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type { Hub, SnapshotSource } from "../../platform/realtime/hub.ts";
import type { Principal } from "../../platform/principal.ts";
import type { SyncSource } from "../../platform/realtime/sync-source.ts";
import type { ChatPowers } from "./chat-powers.ts";
import { chatCommands } from "./commands.ts";
import type { ConversationReaders } from "./conversation-readers.port.ts";
import { getConversation } from "./http/get-conversation.ts";
import { getTimeline } from "./http/get-timeline.ts";
import { getInvitation, listInvitations } from "./http/invitations.ts";
import { listMembers } from "./http/list-members.ts";
import { listOpenConversations } from "./http/list-open-conversations.ts";
import {
  createMembershipCache,
  type MembershipCache,
} from "./membership-cache.ts";
import { tellCounts } from "./reactions/tell-counts.ts";
import { tellArrangements } from "./reactions/when-arranged.ts";
import {
  folderSnapshot,
  tellFolders,
} from "./reactions/when-folders-changed.ts";
import { createSightOf, type ConversationSight } from "./readable.ts";
import { followRenames } from "./reactions/when-principal-changed.ts";
import type { NewLogEntry } from "./store/append-entries.ts";
import { conversationsOf } from "./store/conversation-views.ts";
import {
  amendEvents,
  eventsAt,
  readableEvents,
  type AmendedEvent,
  type LogPlace,
  type PlacedEvent,
  type Reader,
} from "./store/log-entries.ts";
import { foldersOf } from "./store/folders.ts";
import {
  conversationProfile,
  type ConversationProfile,
} from "./store/conversation-profile.ts";
import { receiptsAt, type ReceiptsAt } from "./store/receipts-at.ts";
import {
  lockConversation,
  presentMember,
  presentMemberIds,
  presentMembers,
} from "./store/members.ts";
import { createReading, type ChatsReading } from "./store/reading.ts";
import {
  holdStandings,
  writeCursors,
  type Cursors,
  type Seat,
  type Standing,
} from "./store/standings.ts";
import { countMessages, type Span } from "./store/timeline.ts";
import {
  eventsAfterEach,
  headsSince,
  seatedIn,
  type FoundEvent,
  type Head,
  type Seated,
  type WhoSits,
} from "./store/watch.ts";
import { createSyncSource } from "./sync-source.ts";
import {
  addMember,
  removeMember,
  type Joining,
  type Leaving,
} from "./use-cases/change-members.ts";
import {
  create,
  type NewConversation,
} from "./use-cases/create-conversation.ts";
import { appendToLogs, type AppendPowers } from "./use-cases/append-to-logs.ts";
import {
  openContext,
  retitle,
  type ContextOpening,
  type Retitling,
} from "./use-cases/open-context.ts";
import { openConversation } from "./use-cases/open-conversation.ts";
import { eraseName } from "./use-cases/erase-name.ts";
import { renameMember } from "./use-cases/rename-member.ts";

import {
  findOverdue,
  takeOldMessages,
  type Keeping,
  type OldMessage,
  type Overdue,
} from "./store/old-messages.ts";
export type { ConversationSight } from "./readable.ts";
export type { NewLogEntry } from "./store/append-entries.ts";
export {
  placeKey,
  type LogPlace,
  type PlacedEvent,
  type Reader,
} from "./store/log-entries.ts";
export type { LogStretch, OwnEvent, OwnPlace } from "./store/reading.ts";
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
export interface Chats extends AsyncDisposable {
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
  /** The same for many logs in one statement; the answers stand in the order of `entries`. */
  appendMany(
    unit: LentUnit,
    entries: readonly NewLogEntry[],
  ): Promise<readonly TimelineEvent[]>;
  /** The customer's own conversation with the company; its only member so far is the customer. */
  createSupportConversation(
    unit: LentUnit,
    customer: { readonly id: PrincipalId; readonly name: string },
  ): Promise<ConversationId>;
  /** A closed group of users in a transaction of its own. Refuses `request.invalid` (blank title), `request.not_found`. */
  createGroup(group: NewGroup): Promise<Conversation>;
  /** The conversation about an object of an application: found, or opened with the application as its owner. */
  openContext(
    unit: LentUnit,
    opening: ContextOpening,
  ): Promise<{
    readonly conversationId: ConversationId;
    readonly isNew: boolean;
  }>;
  /** Says a conversation's title anew, with an entry in the log; the same one changes nothing. */
  retitle(unit: LentUnit, retitling: Retitling): Promise<void>;
  /** Lets somebody in, with an entry in the log. Does nothing for who is in; who comes back finds their cursors. */
  addMember(unit: LentUnit, joining: Joining): Promise<void>;
  /** Shows somebody out, with an entry in the log. Does nothing for who is not in. */
  removeMember(unit: LentUnit, leaving: Leaving): Promise<void>;
  /** Shows a new name in all of a principal's memberships. */
  renameMember(
    unit: LentUnit,
    principalId: PrincipalId,
    name: string,
  ): Promise<void>;
  /** Present members, from memory where it can: for spreading what happens, not for deciding rights. */
  membersOf(conversationId: ConversationId): Promise<readonly PrincipalId[]>;
  /** Refuses `conversation.not_found` to whoever is not in it now, whether or not it exists. */
  requireMember(
    conversationId: ConversationId,
    principalId: PrincipalId,
  ): Promise<Member>;
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
  /** Everybody who is in it now, however many. */
  presentMembers(conversationId: ConversationId): Promise<readonly Member[]>;
  /** How many messages were sent in each span of time. */
  countMessages(spans: readonly Span[]): Promise<readonly number[]>;
  readonly batch: ChatsBatch;
  readonly reading: ChatsReading;
  readonly watch: ChatsWatch;
  readonly ageing: ChatsAgeing;
  /** Puts another name wherever a person stands in conversations; what they said stays. */
  readonly eraseName: typeof eraseName;
}

/** For whoever clears away what is too old. */
interface ChatsAgeing {
  /** Conversations in which something is older than the rules of their kinds and their own lifetime allow. */
  findOverdue(
    runner: StatementRunner,
    keepings: readonly Keeping[],
    at: { readonly now: Date; readonly limit: number },
  ): Promise<readonly Overdue[]>;
  /** The next of its old messages that still say something; the conversation is held until the commit. */
  takeOldMessages(
    unit: LentUnit,
    conversationId: ConversationId,
    which: { readonly before: Date; readonly limit: number },
  ): Promise<readonly OldMessage[]>;
}

/** For those who tell people of what happens: many logs and members in one statement each. */
interface ChatsWatch {
  /** Logs in which something happened since an instant; deleted conversations are left out. */
  headsSince(runner: StatementRunner, since: Date): Promise<readonly Head[]>;
  eventsAfterEach(
    runner: StatementRunner,
    places: readonly LogPlace[],
    limit: number,
  ): Promise<readonly FoundEvent[]>;
  /** Events as they stand now, by `placeKey`. */
  eventsAt: ChatsBatch["eventsAt"];
  /** Present users of these conversations with their own side of them. */
  seatedIn(runner: StatementRunner, who: WhoSits): Promise<readonly Seated[]>;
}

/** What a writer of many commands needs in one transaction, each a single statement for all of them. */
interface ChatsBatch {
  /** Of whoever is a member now, by `seatKey`. Nothing in these conversations changes until the commit but by it. */
  holdStandings(
    unit: LentUnit,
    seats: readonly Seat[],
  ): Promise<ReadonlyMap<string, Standing>>;
  /** Each seat at most once. */
  writeCursors(
    unit: LentUnit,
    moves: readonly (Seat & Cursors)[],
  ): Promise<void>;
  /** Nothing in this conversation changes until the commit but by it; taken before anything else. */
  hold(unit: LentUnit, conversationId: ConversationId): Promise<void>;
  /** Events as they stand now, by `placeKey`. */
  eventsAt(
    runner: StatementRunner,
    places: readonly LogPlace[],
  ): Promise<ReadonlyMap<string, PlacedEvent>>;
  /** Writes events as changes leave them, in the transaction that appends the changes. */
  amend(unit: LentUnit, amended: readonly AmendedEvent[]): Promise<void>;
}

type NewGroup = Pick<
  NewConversation,
  "actor" | "owner" | "title" | "memberIds"
>;

const createGroup = (powers: ChatPowers, group: NewGroup) =>
  create(powers, {
    ...group,
    kind: "group",
    access: "invited",
    posting: "members",
    clientId: powers.ids.next<ClientId>(),
  });

/** Conversations whose members are kept in memory. */
const maxCachedConversations = 10_000;

const forMany: Pick<Chats, "batch" | "watch" | "ageing" | "eraseName"> = {
  batch: {
    holdStandings,
    writeCursors,
    eventsAt,
    amend: amendEvents,
    hold: lockConversation,
  },
  ageing: { findOverdue, takeOldMessages },
  eraseName,
  watch: { headsSince, eventsAfterEach, eventsAt, seatedIn },
};

export function createChats(deps: ChatsDeps): Chats {
  const { db } = deps.database;
  const cache = createMembershipCache({
    bus: deps.bus,
    load: (conversationId) => presentMemberIds(db, conversationId),
    maxConversations: maxCachedConversations,
  });
  const reactions = react(deps, cache);
  const appendMany: Chats["appendMany"] = (unit, entries) =>
    appendToLogs(deps, unit, entries);

  return {
    routes: chatRoutes(deps),
    commands: chatCommands(deps),
    snapshot: folderSnapshot(db),
    syncSource: createSyncSource(db),
    append: (unit, conversationId, events) =>
      appendMany(
        unit,
        events.map((event) => ({ conversationId, event })),
      ),
    appendMany,
    createGroup: (group) => createGroup(deps, group),
    ...openings(deps),
    addMember: (unit, joining) => addMember(deps, unit, joining),
    removeMember: (unit, leaving) => removeMember(deps, unit, leaving),
    renameMember,
    membersOf: (conversationId) => cache.membersOf(conversationId),
    async requireMember(conversationId, principalId) {
      const member = await presentMember(db, conversationId, principalId);
      if (member === undefined) throw new AppError("conversation.not_found");
      return member;
    },
    readEvents: (reader, places) => readableEvents(db, reader, places),
    profile: (conversationId) => conversationProfile(db, conversationId),
    receiptsAt: (place) => receiptsAt(db, place),
    sightOf: createSightOf({ ...deps, db }),
    countMessages: (spans) => countMessages(db, spans),
    reading: createReading(db),
    ...forMany,
    [Symbol.asyncDispose]: async () => {
      for (const reaction of reactions) reaction[Symbol.dispose]();
      cache[Symbol.dispose]();
    },
  };
}

/** Conversations that other modules open: of a customer, of an application about its object. */
const openings = (
  deps: ChatsDeps,
): Pick<
  Chats,
  "createSupportConversation" | "openContext" | "retitle" | "presentMembers"
> => ({
  createSupportConversation: (unit, { id, name }) =>
    openConversation(deps, unit, {
      kind: "support",
      title: null,
      members: [{ principalId: id, kind: "customer", name, role: "member" }],
    }),
  openContext: (unit, opening) => openContext(deps, unit, opening),
  retitle: (unit, retitling) => retitle(deps, unit, retitling),
  presentMembers: (conversationId) =>
    presentMembers(deps.database.db, conversationId),
});

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
  ];
};

function chatRoutes(deps: ChatsDeps): readonly Route[] {
  const { readers } = deps;
  const { db } = deps.database;
  return [
    route(conversationEndpoints.listConversations, async ({ principal }) => ({
      conversations: [...(await conversationsOf(db, principal.id))],
    })),
    route(conversationEndpoints.createGroup, ({ principal, actor, body }) =>
      createGroup(deps, { actor, owner: principal, ...body }),
    ),
    route(conversationEndpoints.listFolders, async ({ principal }) => ({
      items: [...(await foldersOf(db, principal.id))],
    })),
    listOpenConversations({ db }),
    listInvitations({ ...deps, db }),
    getInvitation({ ...deps, db }),
    listMembers({ db, readers }),
    getConversation({ db, readers }),
    getTimeline({ db, readers }),
  ];
}
