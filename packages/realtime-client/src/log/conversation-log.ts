import type { Member, TimelineEntry } from "@veche/contracts";
import type { Readable } from "../store.ts";

/** What is on its way into the log: the page before, the page after, or another place altogether. */
export type LogLoading = "older" | "newer" | "place";

/** Positions: everything up to them was delivered to somebody, or read. */
export interface Reached {
  readonly deliveredTo: number;
  readonly readTo: number;
}

export interface LogSnapshot {
  /**
   * Consecutive entries of the stretch in view, in order, as they stand now: edits, reactions and deletions of the
   * others and my own unsent ones are laid over. An entry that did not change is the same object.
   */
  readonly entries: readonly TimelineEntry[];
  /** All of a small conversation's, with their receipts; of a large one's only myself. */
  readonly members: readonly Member[];
  /** The furthest anybody but me has come, whoever has left since included, as far as this client saw it. */
  readonly reached: Reached;
  /** The newest position known, whether in view or not; 0 before the server told it. */
  readonly headSeq: number;
  /** Is there anything before the stretch in view? */
  readonly hasOlder: boolean;
  /** Is there anything after it? False: the view is at the end and follows it. */
  readonly hasNewer: boolean;
  readonly loading: LogLoading | null;
}

/** Where to look: a position, or the first entry at or after an instant (ISO 8601). */
export type LogTarget = { readonly seq: number } | { readonly at: string };

/**
 * One conversation's log as this client holds it. Each of the four ways to load does one thing at a time, rejects as
 * `loadPage` does and then changes nothing.
 */
export interface ConversationLog extends Readable<LogSnapshot> {
  /** Reads what an earlier visit kept of the end, before anybody looks; asks the server for nothing. */
  readonly prepare: () => void;
  /** Fetches the page before the first entry in view. */
  readonly loadOlder: () => Promise<void>;
  /** Fetches the page after the last entry in view. */
  readonly loadNewer: () => Promise<void>;
  /**
   * Brings another place into view, from what is held where that reaches. Answers with the position of the entry to
   * be shown, null where the log has none.
   */
  readonly jumpTo: (target: LogTarget) => Promise<number | null>;
  /** Brings the end into view and follows it again; read it anew where nothing of it is held. */
  readonly toNewest: () => Promise<void>;
}
