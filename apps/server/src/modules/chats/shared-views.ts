import {
  SMALL_CONVERSATION_MEMBERS,
  type ConversationId,
} from "@veche/contracts";
import type { StatementRunner } from "../../platform/db/statements.ts";
import { createGathering } from "../../platform/gather.ts";
import type { Timers } from "../../platform/timers.ts";
import {
  sharedViewsOf,
  type SharedViewRow,
  type SharedViewWanted,
} from "./store/shared-views.ts";
import { numberOf } from "./store/written-since.ts";

/** What all members of a conversation see alike, as the lists that are told in one moment share it. */
export interface SharedView {
  readonly id: ConversationId;
  readonly headSeq: number;
  readonly confidentiality: SharedViewRow["confidentiality"];
  readonly activeAtMs: number;
  readonly isLarge: boolean;
  /** Its JSON, without the end and what each member has for themselves. */
  readonly text: string;
  readonly writtenBy: number;
  /** The last transaction in which a member changed, and one in which one left; 0 for none, and in a large one. */
  readonly presentWrittenBy: number;
  readonly goneWrittenBy: number;
  /** JSON of the members and who wrote each; undefined where they were not asked for. */
  readonly members: SharedMembers | undefined;
  /** The messages after `tailAfterSeq`, the newest first. */
  readonly tailSeqs: readonly number[];
  readonly tailAuthors: readonly string[];
  readonly tailAfterSeq: number;
  readonly lastMentionSeq: number;
  /** When it was read, counted in moments of `SharedViews`. */
  readonly readAt: number;
}

interface SharedMembers {
  readonly text: string;
  readonly writtenBy: readonly number[];
}

export interface ViewPlace {
  readonly id: ConversationId;
  /** Who wrote the conversation's row when its reader's own place was read. */
  readonly writtenBy: number;
  readonly withMembers: boolean;
  /** After the reader's own place was read. */
  readonly moment: number;
}

/** Views that nobody asked for in one to two of these are let go. */
const KEPT_MS = 600;
/** Two readings at once keep the database and this process busy at the same time. */
const crowd = { maxKeys: 500, maxReadings: 2 } as const;

/**
 * Views that readers who come in one moment share. One that is held is used only while the row it was made of is the
 * one its reader's own place was read beside, so nothing here needs to be told of changes: whatever changes a view
 * writes the conversation's row in the same transaction.
 */
export class SharedViews {
  #recent = new Map<ConversationId, SharedView>();
  #older = new Map<ConversationId, SharedView>();
  readonly #underWay = new Map<string, Promise<SharedView | undefined>>();
  readonly #read: (wanted: SharedViewWanted) => Promise<SharedView | undefined>;
  readonly #timers: Timers;
  #lettingGo: Disposable | undefined;
  #now = 0;

  constructor(db: StatementRunner, timers: Timers) {
    this.#timers = timers;
    this.#read = createGathering({
      ...crowd,
      read: (wanted: readonly SharedViewWanted[]) => this.#readAll(db, wanted),
    });
  }

  /** Names this moment: what is read from now on is read after it. */
  moment(): number {
    this.#now += 1;
    return this.#now;
  }

  /** The view if it is held and good for this place. */
  held(place: ViewPlace): SharedView | undefined {
    const recent = this.#recent.get(place.id);
    const found = recent ?? this.#older.get(place.id);
    if (found === undefined || !isGood(found, place)) return undefined;
    if (recent === undefined) this.#hold(found);
    return found;
  }

  /** The view; undefined for a conversation that is gone. */
  async read(place: ViewPlace): Promise<SharedView | undefined> {
    for (;;) {
      const view = await (this.#underWay.get(keyOf(place)) ??
        this.#begin(place));
      // A reading that began before this place was read may not know what the place knows.
      if (view === undefined || isGood(view, place)) return view;
    }
  }

  dispose(): void {
    this.#lettingGo?.[Symbol.dispose]();
  }

  #begin(place: ViewPlace): Promise<SharedView | undefined> {
    const key = keyOf(place);
    const reading = this.#read({
      conversationId: place.id,
      withMembers: place.withMembers,
    }).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, reading);
    return reading;
  }

  async #readAll(
    db: StatementRunner,
    wanted: readonly SharedViewWanted[],
  ): Promise<readonly (SharedView | undefined)[]> {
    const readAt = this.moment();
    const found = new Map<string, SharedView>();
    for (const row of await sharedViewsOf(db, wanted)) {
      const view = viewOf(row, readAt);
      found.set(keyOf({ id: view.id, withMembers: row.withMembers }), view);
      this.#hold(view);
    }
    return wanted.map(({ conversationId, withMembers }) =>
      found.get(keyOf({ id: conversationId, withMembers })),
    );
  }

  #hold(view: SharedView): void {
    this.#recent.set(view.id, view);
    this.#lettingGo ??= this.#timers.after(KEPT_MS, () => {
      this.#letGo();
    });
  }

  #letGo(): void {
    this.#older = this.#recent;
    this.#recent = new Map();
    this.#lettingGo =
      this.#older.size === 0
        ? undefined
        : this.#timers.after(KEPT_MS, () => {
            this.#letGo();
          });
  }
}

const keyOf = ({
  id,
  withMembers,
}: Pick<ViewPlace, "id" | "withMembers">): string =>
  withMembers ? `${id}+` : id;

const isGood = (view: SharedView, place: ViewPlace): boolean =>
  (view.writtenBy === place.writtenBy || view.readAt > place.moment) &&
  (!place.withMembers || view.isLarge || view.members !== undefined);

function viewOf(row: SharedViewRow, readAt: number): SharedView {
  const { writtenBy, ageOfFirst, presentAge, goneAge, ...shown } = row;
  const { members, membersWrittenBy, tailSeqs, tailAuthors, ...told } = shown;
  const { tailAfterSeq, ...rest } = told;
  const { lastMentionSeq, withMembers, createdAt, activeAt, ...plain } = rest;
  const text = JSON.stringify({
    ...plain,
    createdAt: createdAt.toISOString(),
    activeAt: activeAt.toISOString(),
  });
  return {
    id: plain.id,
    headSeq: plain.headSeq,
    confidentiality: plain.confidentiality,
    activeAtMs: activeAt.getTime(),
    isLarge: plain.memberCount > SMALL_CONVERSATION_MEMBERS,
    text: text.slice(0, -1),
    writtenBy: Number(writtenBy),
    presentWrittenBy: numberOf(presentAge, ageOfFirst),
    goneWrittenBy: numberOf(goneAge, ageOfFirst),
    members: withMembers
      ? { text: members ?? "[]", writtenBy: numbersIn(membersWrittenBy) }
      : undefined,
    tailSeqs: numbersIn(tailSeqs),
    tailAuthors: tailAuthors?.split(",") ?? [],
    tailAfterSeq,
    lastMentionSeq: lastMentionSeq ?? 0,
    readAt,
  };
}

const numbersIn = (list: string | null): readonly number[] =>
  list === null ? [] : list.split(",").map(Number);
