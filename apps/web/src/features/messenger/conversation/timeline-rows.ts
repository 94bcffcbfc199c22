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
  day: string;
  author: PrincipalId | null;
  authorAtMs: number;
}

const newDay = (placed: Placed, at: string | number): void => {
  const day = dayKey(at);
  if (day === placed.day) return;
  placed.day = day;
  placed.author = null;
  placed.rows.push({ kind: "day", key: `day ${day}`, at });
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
  newDay(placed, entry.at);
  if (entry.type !== "message.created") {
    placed.author = null;
    placed.rows.push({ kind: "note", key: String(entry.seq), entry });
    return;
  }
  const atMs = Date.parse(entry.at);
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
  const placed: Placed = { rows: [], day: "", author: null, authorAtMs: 0 };
  const arrived = new Set<string>();
  let isLinePlaced = unreadAfterSeq === null;
  for (const entry of entries) {
    const isMessage = entry.type === "message.created";
    if (isMessage && entry.actorId === me) arrived.add(entry.clientId);
    if (!isLinePlaced && isMessage && entry.seq > (unreadAfterSeq ?? 0)) {
      isLinePlaced = true;
      if (entry.actorId !== me) {
        newDay(placed, entry.at);
        placed.author = null;
        placed.rows.push({ kind: "unread", key: "unread" });
      }
    }
    placeEntry(placed, entry, me);
  }
  for (const message of unsent) {
    if (arrived.has(message.clientId)) continue;
    newDay(placed, message.writtenAt);
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
