import type {
  Conversation,
  ConversationId,
  Member,
  TimelineEvent,
} from "@veche/contracts";
import { createStore, type Readable } from "./store.ts";
import { membersAfter } from "./members.ts";

const pageSize = 50;
/** A log nobody looks at keeps this much of its end. */
const keptUnwatched = 200;

export interface LogSnapshot {
  /** Consecutive events in order, up to the newest known. */
  readonly events: readonly TimelineEvent[];
  readonly members: readonly Member[];
  /** Is there anything before the first event held? */
  readonly hasOlder: boolean;
  readonly isLoading: boolean;
}

export interface PageRequest {
  readonly conversationId: ConversationId;
  /** The page ends before this position. */
  readonly beforeSeq: number;
  readonly limit: number;
}

/** Reads older events over REST (`GET /api/v1/conversations/:id/timeline`). */
export type LoadPage = (request: PageRequest) => Promise<{
  readonly events: readonly TimelineEvent[];
  readonly hasMore: boolean;
}>;

/** One conversation's log as this client holds it. */
export interface ConversationLog extends Readable<LogSnapshot> {
  /** Fetches the page before the first event held; one at a time. Rejects as `loadPage` does, changing nothing. */
  readonly loadOlder: () => Promise<void>;
}

/** Keeps one log whole and in order: what it already has is dropped, a hole is never filled by guessing. */
export class LogKeeper implements ConversationLog {
  readonly #id: ConversationId;
  readonly #loadPage: LoadPage;
  readonly #store = createStore<LogSnapshot>({
    events: [],
    members: [],
    hasOlder: false,
    isLoading: false,
  });
  /** The newest event's position; unknown until the server told either the head or an event. */
  #position: number | undefined;
  #watchers = 0;
  /** Grows when the log is emptied: a page asked for before is then void. */
  #life = 0;

  constructor(id: ConversationId, loadPage: LoadPage) {
    this.#id = id;
    this.#loadPage = loadPage;
  }

  readonly get = (): LogSnapshot => this.#store.get();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#watchers += 1;
    const leave = this.#store.subscribe(listener);
    let isWatching = true;
    return () => {
      if (isWatching) this.#watchers -= 1;
      isWatching = false;
      leave();
    };
  };

  get position(): number | undefined {
    return this.#position;
  }

  /** Takes the server's word on a conversation at connection. */
  adopt({ headSeq, members }: Conversation): void {
    if (this.#position === undefined || this.#position > headSeq)
      this.reset(headSeq);
    this.#change({ members });
  }

  /** The members changed outside the log's order (a notice). */
  setMembers(members: readonly Member[]): void {
    this.#change({ members });
  }

  /** Adds what is new and answers with it; `gap` when something before it is missing. */
  append(events: readonly TimelineEvent[]): readonly TimelineEvent[] | "gap" {
    const position = this.#position ?? (events[0]?.seq ?? 1) - 1;
    const fresh = events.filter(({ seq }) => seq > position);
    const [first] = fresh;
    if (first === undefined) return [];
    if (fresh.some(({ seq }, index) => seq !== position + 1 + index))
      return "gap";
    const { events: held, members, hasOlder } = this.get();
    const all = [...held, ...fresh];
    const kept = this.#watchers === 0 ? all.slice(-keptUnwatched) : all;
    this.#position = position + fresh.length;
    this.#change({
      events: kept,
      members: membersAfter(members, fresh),
      hasOlder:
        held.length === 0 ? position > 0 : hasOlder || kept.length < all.length,
    });
    return fresh;
  }

  /** Drops everything held: the log goes on after `headSeq`, what is before is read anew by pages. */
  reset(headSeq: number): void {
    const wasOpen = this.get().events.length > 0 && this.#watchers > 0;
    this.#life += 1;
    this.#position = headSeq;
    this.#change({ events: [], hasOlder: headSeq > 0, isLoading: false });
    // Whoever looks at the log sees its end again; a failure leaves `hasOlder`, and the reader asks again.
    if (wasOpen) this.loadOlder().catch(() => undefined);
  }

  /** I am no longer in the conversation: holds nothing and knows no position. */
  forget(): void {
    this.#life += 1;
    this.#position = undefined;
    this.#change({
      events: [],
      members: [],
      hasOlder: false,
      isLoading: false,
    });
  }

  readonly loadOlder = async (): Promise<void> => {
    const { events, hasOlder, isLoading } = this.get();
    if (!hasOlder || isLoading || this.#position === undefined) return;
    const life = this.#life;
    const beforeSeq = events[0]?.seq ?? this.#position + 1;
    this.#change({ isLoading: true });
    try {
      const page = await this.#loadPage({
        conversationId: this.#id,
        beforeSeq,
        limit: pageSize,
      });
      if (life !== this.#life) return;
      const firstHeld = this.get().events[0]?.seq ?? beforeSeq;
      const older = page.events.filter(({ seq }) => seq < firstHeld);
      this.#change({
        events: [...older, ...this.get().events],
        hasOlder: page.hasMore,
      });
    } finally {
      if (life === this.#life) this.#change({ isLoading: false });
    }
  };

  #change(change: Partial<LogSnapshot>): void {
    this.#store.set({ ...this.get(), ...change });
  }
}
