import type {
  Conversation,
  ConversationId,
  Member,
  NoticeOf,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";
import type { HeldRange } from "../log/held-ranges.ts";
import { membersAfter } from "../members.ts";
import { createStore, sameItems, type Readable, type Store } from "../store.ts";
import { inOrder, keepsPlace } from "./list-order.ts";
import {
  countsAfterReading,
  countUnread,
  readToOf,
  type Reader,
  type UnreadCounts,
} from "./unread.ts";

/** The conversations I am in: pinned ones first, then those with the newest message. */
export interface Conversations extends Readable<readonly Conversation[]> {
  /** Their order alone: told when one comes, goes or moves, not when one merely changes. */
  readonly order: Readable<readonly ConversationId[]>;
  /** One of them, null where I am not in it: told when this one changes. The same object every time. */
  readonly one: (
    conversationId: ConversationId,
  ) => Readable<Conversation | null>;
}

/** A conversation as one event after its head leaves it: all but its members, its head and what is unread. */
export type ConversationFold = (
  conversation: Conversation,
  event: TimelineEvent,
  me: PrincipalId | undefined,
) => Conversation;

/** Who is in it after these events; of a large conversation I alone stand in it. */
function membersOf(
  { members, memberCount }: Conversation,
  events: readonly TimelineEvent[],
  me: PrincipalId | undefined,
): Member[] {
  const after = events.reduce(membersAfter, members);
  return after.filter(
    ({ principalId }) => members.length >= memberCount || principalId === me,
  );
}

const countsOf = ({ unreadCount, mentionCount }: UnreadCounts) => ({
  unreadCount,
  mentionCount,
});

export interface ConversationListDeps {
  readonly fold: ConversationFold;
  /** Unknown before the first welcome. */
  readonly reader: () => Reader | undefined;
  /** What is held of a log, to count from. */
  readonly ranges: (conversationId: ConversationId) => readonly HeldRange[];
}

/** Keeps the list right between two words of the server. */
export class ConversationList implements Conversations {
  readonly order: Store<readonly ConversationId[]> = createStore<
    readonly ConversationId[]
  >([]);
  readonly #deps: ConversationListDeps;
  readonly #byId = new Map<ConversationId, Conversation>();
  readonly #watched = new Map<ConversationId, Store<Conversation | null>>();
  /** Where I have read to here, before the server says so. */
  readonly #readHere = new Map<ConversationId, number>();
  /** Up to where the server counted last: what lies before adds nothing. */
  readonly #countedTo = new Map<ConversationId, number>();
  readonly #version = createStore(0);
  #order: readonly ConversationId[] = [];
  /** While a gap is filled, hundreds of conversations change at once: that is told once. */
  #isHeldBack = false;
  #all: readonly Conversation[] | undefined;

  constructor(deps: ConversationListDeps) {
    this.#deps = deps;
  }

  readonly get = (): readonly Conversation[] =>
    (this.#all ??= this.#order.flatMap((id) => this.find(id) ?? []));

  readonly subscribe = (listener: () => void): (() => void) =>
    this.#version.subscribe(listener);

  readonly one = (id: ConversationId): Readable<Conversation | null> => {
    const known = this.#watched.get(id);
    if (known !== undefined) return known;
    const made = createStore<Conversation | null>(this.find(id) ?? null);
    this.#watched.set(id, made);
    return made;
  };

  find(id: ConversationId): Conversation | undefined {
    return this.#byId.get(id);
  }

  /** The whole list anew: those told, and those that stay as they are held. */
  replace(
    conversations: readonly Conversation[],
    unchanged: readonly Conversation[] = [],
  ): void {
    const present = new Set(
      [...conversations, ...unchanged].map(({ id }) => id),
    );
    for (const id of [...this.#byId.keys()])
      if (!present.has(id)) this.#drop(id);
    for (const conversation of conversations) {
      this.#countedTo.set(conversation.id, conversation.headSeq);
      this.#keep(this.#asReadHere(conversation));
    }
    this.#order = inOrder(this.#byId.values());
    this.#tell();
  }

  /** Tells nobody of the list until it is let go; single conversations are told as ever. */
  holdBack(): void {
    this.#isHeldBack = true;
  }

  letGo(): void {
    if (!this.#isHeldBack) return;
    this.#isHeldBack = false;
    this.#tell();
  }

  /** One conversation as the server tells it; an older word than what the events told leaves their part alone. */
  put(told: Conversation): void {
    const before = this.find(told.id);
    const isOlder = before !== undefined && before.headSeq > told.headSeq;
    if (!isOlder) this.#countedTo.set(told.id, told.headSeq);
    this.#change(
      this.#asReadHere(
        isOlder
          ? {
              ...told,
              headSeq: before.headSeq,
              activeAt: before.activeAt,
              lastMessage: before.lastMessage,
              unreadCount: before.unreadCount,
              mentionCount: before.mentionCount,
            }
          : told,
      ),
    );
  }

  remove(id: ConversationId): void {
    if (!this.#byId.has(id)) return;
    this.#drop(id);
    this.#order = this.#order.filter((one) => one !== id);
    this.#tell();
  }

  /** Events new to the log of a conversation, in order. */
  happened(id: ConversationId, events: readonly TimelineEvent[]): void {
    const before = this.find(id);
    // What the list was told with is in it already.
    const fresh = events.filter(({ seq }) => seq > (before?.headSeq ?? 0));
    if (before === undefined || fresh.length === 0) return;
    const reader = this.#deps.reader();
    const me = reader?.principalId;
    const { fold } = this.#deps;
    const after = {
      ...fresh.reduce((sum, event) => fold(sum, event, me), before),
      members: membersOf(before, fresh, me),
      headSeq: fresh.at(-1)?.seq ?? before.headSeq,
    };
    if (reader === undefined) this.#change(after);
    else this.#change({ ...after, ...this.#counts(before, after, fresh) });
  }

  /** How things stand for me, as the server counts it: after I read on another device, or made it unread again. */
  counted(told: NoticeOf<"conversation.counted">): void {
    const before = this.find(told.conversationId);
    const reader = this.#deps.reader();
    if (before === undefined || reader === undefined) return;
    const { deliveredTo, readTo } = told;
    const members = before.members.map((member) =>
      member.principalId === reader.principalId
        ? { ...member, deliveredTo, readTo }
        : member,
    );
    const counts = this.#countsSince(before, told, reader);
    this.#countedTo.set(before.id, Math.max(told.headSeq, before.headSeq));
    this.#change(this.#asReadHere({ ...before, members, ...counts }));
  }

  /** I read on here: shown before the server knows. */
  read(id: ConversationId, to: number): void {
    const before = this.find(id);
    const reader = this.#deps.reader();
    if (before === undefined || reader === undefined) return;
    const from = this.#readTo(before, reader);
    if (to <= from) return;
    this.#readHere.set(id, to);
    const counts = this.#afterReading(before, from, to);
    if (counts !== undefined) this.#change({ ...before, ...counts });
  }

  /** Where I read to here and the server does not know yet. */
  get readHere(): ReadonlyMap<ConversationId, number> {
    return this.#readHere;
  }

  /** I want it unread from here on: what was read here no longer counts. */
  unread(id: ConversationId): void {
    this.#readHere.delete(id);
  }

  #counts(
    before: Conversation,
    after: Conversation,
    fresh: readonly TimelineEvent[],
  ): UnreadCounts {
    const reader = this.#deps.reader();
    if (reader === undefined) return before;
    const from = this.#readTo(before, reader);
    const to = this.#readTo(after, reader);
    const countedTo = this.#countedTo.get(before.id) ?? 0;
    const uncounted = fresh.filter(({ seq }) => seq > countedTo);
    const news = countUnread(uncounted, from, reader);
    const grown = {
      unreadCount: before.unreadCount + news.unreadCount,
      mentionCount: before.mentionCount + news.mentionCount,
    };
    if (to <= from) return grown;
    return this.#afterReading({ ...after, ...grown }, from, to) ?? grown;
  }

  /* The server counted at a moment that this device may be past already. */
  #countsSince(
    { id, headSeq, unreadCount, mentionCount }: Conversation,
    told: NoticeOf<"conversation.counted">,
    reader: Reader,
  ): UnreadCounts {
    if (told.headSeq >= headSeq) return countsOf(told);
    const held = this.#deps
      .ranges(id)
      .find((one) => one.fromSeq <= told.headSeq + 1 && one.toSeq >= headSeq);
    if (held === undefined) return { unreadCount, mentionCount };
    const since = held.entries.filter(({ seq }) => seq > told.headSeq);
    const news = countUnread(since, told.readTo, reader);
    return {
      unreadCount: told.unreadCount + news.unreadCount,
      mentionCount: told.mentionCount + news.mentionCount,
    };
  }

  #afterReading(
    conversation: Conversation,
    from: number,
    to: number,
  ): UnreadCounts | undefined {
    const reader = this.#deps.reader();
    if (reader === undefined) return undefined;
    const { id, headSeq } = conversation;
    const move = { from, to, headSeq, ranges: this.#deps.ranges(id) };
    return countsAfterReading(conversation, move, reader);
  }

  /* The server may not know yet how far I read in this tab. */
  #asReadHere(told: Conversation): Conversation {
    const reader = this.#deps.reader();
    const here = this.#readHere.get(told.id) ?? 0;
    if (reader === undefined) return told;
    const from = readToOf(told, reader.principalId);
    if (here <= from) {
      this.#readHere.delete(told.id);
      return told;
    }
    return { ...told, ...this.#afterReading(told, from, here) };
  }

  #readTo(conversation: Conversation, { principalId }: Reader): number {
    return Math.max(
      readToOf(conversation, principalId),
      this.#readHere.get(conversation.id) ?? 0,
    );
  }

  #change(after: Conversation): void {
    const before = this.find(after.id);
    this.#keep(after);
    if (before === undefined || !keepsPlace(before, after))
      this.#order = inOrder(this.#byId.values());
    this.#tell();
  }

  #keep(conversation: Conversation): void {
    this.#byId.set(conversation.id, conversation);
    this.#watched.get(conversation.id)?.set(conversation);
  }

  #drop(id: ConversationId): void {
    this.#byId.delete(id);
    this.#readHere.delete(id);
    this.#countedTo.delete(id);
    this.#watched.get(id)?.set(null);
  }

  #tell(): void {
    this.#all = undefined;
    if (this.#isHeldBack) return;
    if (!sameItems(this.#order, this.order.get())) this.order.set(this.#order);
    this.#version.set(this.#version.get() + 1);
  }
}
