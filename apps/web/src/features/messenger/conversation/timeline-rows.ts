import type {
  MessageCreated,
  PrincipalId,
  TimelineEntry,
} from "@veche/contracts";
import type { OutboxMessage } from "@veche/realtime-client";
import { dayKey } from "../when.ts";

export type NoteEntry = Exclude<TimelineEntry, MessageCreated>;

export interface MessageRow {
  readonly kind: "message";
  readonly key: string;
  readonly entry: MessageCreated;
  readonly isMine: boolean;
  /** Follows a message of the same author closely: drawn without name and picture. */
  readonly isContinued: boolean;
}

/** A message of mine that is not in the log yet. */
export interface UnsentRow {
  readonly kind: "unsent";
  readonly key: string;
  readonly message: OutboxMessage;
  readonly isContinued: boolean;
}

export type TimelineRow =
  | MessageRow
  | UnsentRow
  | { readonly kind: "note"; readonly key: string; readonly entry: NoteEntry }
  /** Before the first row of a local day. */
  | { readonly kind: "day"; readonly key: string; readonly at: string | number }
  /** Before the first message that was unread when the conversation was opened. */
  | { readonly kind: "unread"; readonly key: "unread" };

/** Would they be drawn alike? */
export function isSameRow(one: TimelineRow, other: TimelineRow): boolean {
  if (one === other) return true;
  switch (one.kind) {
    case "message":
      return (
        other.kind === "message" &&
        one.entry === other.entry &&
        one.isMine === other.isMine &&
        one.isContinued === other.isContinued
      );
    case "unsent":
      return (
        other.kind === "unsent" &&
        one.message === other.message &&
        one.isContinued === other.isContinued
      );
    case "note":
      return other.kind === "note" && one.entry === other.entry;
    case "day":
    case "unread":
      return other.kind === one.kind && other.key === one.key;
  }
}

export interface RowsSource {
  readonly entries: readonly TimelineEntry[];
  readonly unsent: readonly OutboxMessage[];
  readonly me: PrincipalId;
  /** The last position read when the conversation was opened; null: no line is drawn. */
  readonly unreadAfterSeq: number | null;
}

const continuedWithinMs = 300_000;

interface Placed {
  readonly rows: TimelineRow[];
  /** The last local day, from its first moment to the first of the next. */
  dayFromMs: number;
  dayToMs: number;
  author: PrincipalId | null;
  authorAtMs: number;
}

/** Most rows are of the day before theirs: that is seen without a look at the calendar. */
const newDay = (placed: Placed, at: string | number, atMs: number): void => {
  if (placed.dayFromMs <= atMs && atMs < placed.dayToMs) return;
  const day = new Date(atMs);
  placed.dayFromMs = day.setHours(0, 0, 0, 0);
  placed.dayToMs = day.setDate(day.getDate() + 1);
  placed.author = null;
  placed.rows.push({ kind: "day", key: `day ${dayKey(at)}`, at });
};

function continues(
  placed: Placed,
  author: PrincipalId | null,
  atMs: number,
): boolean {
  const isSame =
    author !== null &&
    author === placed.author &&
    atMs - placed.authorAtMs < continuedWithinMs;
  placed.author = author;
  placed.authorAtMs = atMs;
  return isSame;
}

function placeEntry(
  placed: Placed,
  entry: TimelineEntry,
  me: PrincipalId,
): void {
  const atMs = Date.parse(entry.at);
  newDay(placed, entry.at, atMs);
  if (entry.type !== "message.created") {
    placed.author = null;
    placed.rows.push({ kind: "note", key: String(entry.seq), entry });
    return;
  }
  placed.rows.push({
    kind: "message",
    // The same key as while it was unsent, so that it does not blink when it arrives.
    key: entry.clientId,
    entry,
    isMine: entry.actorId === me,
    isContinued: continues(placed, entry.actorId, atMs),
  });
}

/** What a conversation's log looks like: days, messages and notes in order, then what is still on its way. */
export function timelineRows({
  entries,
  unsent,
  me,
  unreadAfterSeq,
}: RowsSource): readonly TimelineRow[] {
  const placed: Placed = {
    rows: [],
    dayFromMs: 0,
    dayToMs: 0,
    author: null,
    authorAtMs: 0,
  };
  const arrived = new Set<string>();
  let isLinePlaced = unreadAfterSeq === null;
  for (const entry of entries) {
    const isMessage = entry.type === "message.created";
    if (isMessage && entry.actorId === me) arrived.add(entry.clientId);
    if (!isLinePlaced && isMessage && entry.seq > (unreadAfterSeq ?? 0)) {
      isLinePlaced = true;
      if (entry.actorId !== me) {
        newDay(placed, entry.at, Date.parse(entry.at));
        placed.author = null;
        placed.rows.push({ kind: "unread", key: "unread" });
      }
    }
    placeEntry(placed, entry, me);
  }
  for (const message of unsent) {
    if (arrived.has(message.clientId)) continue;
    newDay(placed, message.writtenAt, message.writtenAt);
    placed.rows.push({
      kind: "unsent",
      key: message.clientId,
      message,
      isContinued: continues(placed, me, message.writtenAt),
    });
  }
  return placed.rows;
}

/** Where an entry's row stands; the one after it where it is drawn nowhere; -1 past the end. */
export const rowIndexOf = (rows: readonly TimelineRow[], seq: number): number =>
  rows.findIndex(
    (row) =>
      (row.kind === "message" || row.kind === "note") && row.entry.seq >= seq,
  );
