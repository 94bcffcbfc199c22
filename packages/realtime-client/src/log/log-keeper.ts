import type {
  Conversation,
  ConversationId,
  EntryChange,
  Member,
  PrincipalId,
  TimelineEntry,
  TimelineEvent,
} from "@veche/contracts";
import { membersAfter } from "../members.ts";
import { createStore } from "../store.ts";
import type {
  ConversationLog,
  LogLoading,
  LogSnapshot,
  LogTarget,
  Reached,
} from "./conversation-log.ts";
import {
  HeldRanges,
  newestOf,
  type Amend,
  type HeldRange,
} from "./held-ranges.ts";
import {
  isEntry,
  type LoadPage,
  type LogPage,
  type LogPlace,
} from "./log-page.ts";
import type { LogView, LogWalk } from "./log-walk.ts";
import { PageReplay } from "./page-replay.ts";

const pageSize = 60;
/** A log nobody looks at keeps this much of its end. */
const keptUnwatched = 200;
/** Whoever looks at the end sees so many entries, if there are. */
const fewestShown = 20;

export interface LogKeeperDeps {
  readonly conversationId: ConversationId;
  readonly loadPage: LoadPage;
  readonly amend: Amend;
  /** What an earlier visit kept of the end; asked for when the log is first looked at. */
  readonly recollect: () => Promise<HeldRange | null>;
  readonly createWalk: (log: LogKeeper) => LogWalk;
  readonly me: () => PrincipalId | undefined;
  /** Lays my unsent changes over what is shown. */
  readonly overlay: (
    entries: readonly TimelineEntry[],
  ) => readonly TimelineEntry[];
}

/**
 * `resumed`: events follow from this log's position. `afresh`: they follow from the head that is told. `anew`: the
 * history is another, and nothing that is held belongs to it.
 */
export type Adoption = "resumed" | "afresh" | "anew";

const furthest = (
  before: Reached,
  members: readonly Member[],
  me: PrincipalId | undefined,
): Reached => {
  let { deliveredTo, readTo } = before;
  for (const member of members) {
    if (member.principalId === me) continue;
    deliveredTo = Math.max(deliveredTo, member.deliveredTo);
    readTo = Math.max(readTo, member.readTo);
  }
  const isSame = deliveredTo === before.deliveredTo && readTo === before.readTo;
  return isSame ? before : { deliveredTo, readTo };
};

const changeOf = (event: TimelineEvent): EntryChange | undefined =>
  event.type === "message.pinned" ||
  (!isEntry(event) && event.type !== "receipt.moved")
    ? event
    : undefined;

/**
 * Keeps one log right: what it has already is dropped, a hole is never filled by guessing, a change amends what is
 * held wherever it stands.
 */
export class LogKeeper implements ConversationLog {
  readonly #deps: LogKeeperDeps;
  readonly #walk: LogWalk;
  readonly #store = createStore<LogSnapshot>({
    entries: [],
    members: [],
    reached: { deliveredTo: 0, readTo: 0 },
    headSeq: 0,
    hasOlder: false,
    hasNewer: false,
    loading: null,
  });
  readonly #ranges = new HeldRanges();
  readonly #replay = new PageReplay();
  /** Everything up to it was taken; unknown until the server told either the head or an event. */
  #position: number | undefined;
  #view: LogView = { kind: "end" };
  #members: readonly Member[] = [];
  #reached: Reached = { deliveredTo: 0, readTo: 0 };
  #loading: LogLoading | null = null;
  /** Shown in place of what is not read yet before the end: as it was when last seen. */
  #faded: readonly TimelineEntry[] = [];
  #watchers = 0;
  #recollected: "asked" | "known" | undefined;
  /** Grows when what is asked for is no longer wanted: its page is then void. */
  #life = 0;

  constructor(deps: LogKeeperDeps) {
    this.#deps = deps;
    this.#walk = deps.createWalk(this);
  }

  readonly get = (): LogSnapshot => this.#store.get();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#watchers += 1;
    const leave = this.#store.subscribe(listener);
    this.prepare();
    this.readEnd();
    let isWatching = true;
    return () => {
      if (isWatching) this.#watchers -= 1;
      isWatching = false;
      leave();
    };
  };

  get isLoading(): boolean {
    return this.#loading !== null;
  }

  get position(): number | undefined {
    return this.#position;
  }

  get isWatched(): boolean {
    return this.#watchers > 0;
  }

  /** Everything held of it. */
  get ranges(): readonly HeldRange[] {
    return this.#ranges.all;
  }

  /** The end as far as it is held without a hole: what a cache may keep. */
  get end(): HeldRange | undefined {
    return this.#position === undefined ? undefined : this.#endRange();
  }

  /** Takes the server's word on a conversation at connection. */
  adopt({ headSeq, members }: Conversation, how: Adoption): void {
    const isAhead = this.#position !== undefined && this.#position > headSeq;
    const isBehind = how === "afresh" && this.#position !== headSeq;
    if (this.#position === undefined) this.#position = headSeq;
    else if (isAhead || isBehind || how === "anew") this.reset(headSeq);
    this.setMembers(members);
    this.readEnd();
  }

  /** The members changed outside the log's order (a notice). */
  setMembers(members: readonly Member[]): void {
    this.#members = members;
    this.#reached = furthest(this.#reached, members, this.#deps.me());
    this.#publish();
  }

  /** Adds what is new and answers with it; `gap` when something before it is missing. */
  append(events: readonly TimelineEvent[]): readonly TimelineEvent[] | "gap" {
    const position = this.#position ?? (events[0]?.seq ?? 1) - 1;
    const fresh = events.filter(({ seq }) => seq > position);
    const last = fresh.at(-1);
    if (last === undefined) return [];
    if (fresh.some(({ seq }, index) => seq !== position + 1 + index))
      return "gap";
    this.#position = last.seq;
    this.#ranges.add({
      fromSeq: position + 1,
      toSeq: last.seq,
      entries: fresh.filter(isEntry),
    });
    for (const event of fresh) {
      const change = changeOf(event);
      if (change !== undefined && this.#replay.takes(change))
        this.#ranges.amend(change, this.#deps.amend);
    }
    this.#replay.reached(last.seq);
    if (this.#watchers === 0) this.#shorten();
    for (const event of fresh) {
      this.#members = membersAfter(this.#members, event);
      if (event.type === "receipt.moved")
        this.#reached = furthest(this.#reached, this.#members, this.#deps.me());
    }
    this.#publish();
    return fresh;
  }

  /** Drops everything held: the log goes on after `headSeq`, what is before is read anew by pages. */
  reset(headSeq: number): void {
    this.#empty(headSeq);
    this.#faded = this.isWatched ? this.get().entries : [];
    this.#publish();
    this.readEnd();
  }

  /** I am no longer in the conversation: holds nothing and knows no position. */
  forget(): void {
    this.#empty(undefined);
    this.#faded = [];
    this.#members = [];
    this.#reached = { deliveredTo: 0, readTo: 0 };
    this.#publish();
  }

  /** My own unsent changes are others now. */
  redraw(): void {
    this.#publish();
  }

  /** Whoever looks at the end sees it; what fails is tried again at the next connection or by the reader. */
  readEnd(): void {
    const isWanted =
      this.isWatched && this.#view.kind === "end" && !this.isLoading;
    if (isWanted && this.#recollected === "known" && this.#isShort())
      this.loadOlder().catch(() => undefined);
  }

  readonly loadOlder = async (): Promise<void> => {
    if (this.#loading !== null || this.#position === undefined) return;
    const { viewed } = this;
    if (viewed === undefined) await this.loadEnd();
    else if (viewed.fromSeq > 1) {
      const page = await this.load("older", { beforeSeq: viewed.fromSeq });
      if (page !== undefined) this.#walk.grown("older", page.toSeq);
    }
  };

  readonly loadNewer = (): Promise<void> => this.#walk.loadNewer();

  readonly jumpTo = (target: LogTarget): Promise<number | null> =>
    this.#walk.jumpTo(target);

  readonly toNewest = (): Promise<void> => this.#walk.toNewest();

  /** The stretch in view. */
  get viewed(): HeldRange | undefined {
    return this.#view.kind === "end"
      ? this.#endRange()
      : this.#ranges.at(this.#view.seq);
  }

  /** Shows another place; whatever was on its way is no longer wanted. */
  look(view: LogView): void {
    this.#void();
    this.#view = view;
    this.#publish();
  }

  /** Keeps less of the stretch in view, seen from a position in it. */
  cutView(range: HeldRange, seq: number): void {
    const { viewed } = this;
    if (viewed !== undefined) this.#ranges.replace(viewed, range);
    this.#view = { kind: "at", seq };
    this.#publish();
  }

  async loadEnd(): Promise<void> {
    if (this.#endRange() === undefined && (this.#position ?? 0) > 0)
      await this.load("place", { beforeSeq: (this.#position ?? 0) + 1 });
  }

  /** Reads a page and holds it; nothing when the log went on to something else meanwhile. */
  async load(kind: LogLoading, place: LogPlace): Promise<LogPage | undefined> {
    if (kind === "place") this.#void();
    const life = this.#life;
    const isWanted = (): boolean => life === this.#life;
    this.#loading = kind;
    this.#publish();
    const replay = this.#replay.begin();
    try {
      const page = await this.#deps.loadPage({
        conversationId: this.#deps.conversationId,
        place,
        limit: pageSize,
      });
      if (!isWanted()) return undefined;
      this.#hold(page, replay.since(page.headSeq));
      return page;
    } finally {
      replay.end();
      if (isWanted()) {
        this.#loading = null;
        this.#publish();
      }
    }
  }

  #hold(page: LogPage, missed: readonly EntryChange[]): void {
    const position = (this.#position ??= page.headSeq);
    const toSeq = Math.min(page.toSeq, position);
    const entries = page.entries.filter(({ seq }) => seq <= toSeq);
    const isFresher = page.headSeq > position;
    if (isFresher) this.#replay.ahead(page);
    this.#ranges.add(
      { fromSeq: page.fromSeq, toSeq, entries },
      isFresher ? "fresher" : "as held",
    );
    for (const change of missed) this.#ranges.amend(change, this.#deps.amend);
  }

  /* What an earlier visit kept is shown at once, and held where nothing happened since. */
  readonly prepare = (): void => {
    if (this.#recollected !== undefined) return;
    this.#recollected = "asked";
    void this.#deps.recollect().then((range) => {
      this.#recollected = "known";
      if (range !== null) {
        this.#position ??= range.toSeq;
        const isPresent =
          range.toSeq === this.#position && this.#endRange() === undefined;
        if (isPresent) this.#ranges.add(range);
        else this.#faded = range.entries;
        this.#publish();
      }
      this.readEnd();
    });
  };

  #void(): void {
    this.#life += 1;
    this.#loading = null;
  }

  #empty(position: number | undefined): void {
    this.#void();
    this.#ranges.keepOnly(undefined);
    this.#replay.forget();
    this.#view = { kind: "end" };
    this.#position = position;
  }

  #shorten(): void {
    const end = this.#endRange();
    this.#view = { kind: "end" };
    this.#ranges.keepOnly(
      end === undefined ? undefined : newestOf(end, keptUnwatched),
    );
  }

  #isShort(): boolean {
    const { viewed, hasOlder } = { viewed: this.viewed, ...this.get() };
    return hasOlder && (viewed?.entries.length ?? 0) < fewestShown;
  }

  #endRange(): HeldRange | undefined {
    return this.#position === undefined
      ? undefined
      : this.#ranges.at(this.#position);
  }

  #publish(): void {
    const range = this.viewed;
    const position = this.#position ?? 0;
    if (range !== undefined && range.toSeq >= position)
      this.#view = { kind: "end" };
    const hasOlder = range === undefined ? position > 0 : range.fromSeq > 1;
    const held = range?.entries ?? [];
    if (!hasOlder || held.length >= fewestShown) this.#faded = [];
    const fromSeq = range?.fromSeq ?? Infinity;
    const faded = this.#faded.filter(({ seq }) => seq < fromSeq);
    this.#store.set({
      entries: this.#deps.overlay(
        faded.length === 0 ? held : [...faded, ...held],
      ),
      members: this.#members,
      reached: this.#reached,
      headSeq: position,
      hasOlder,
      hasNewer: range !== undefined && range.toSeq < position,
      loading: this.#loading,
    });
  }
}
