import type { ConversationId } from "@veche/contracts";
import type {
  LentUnit,
  StatementRunner,
} from "../../platform/db/statements.ts";
import {
  amendEvents,
  eventsAt,
  type AmendedEvent,
  type LogPlace,
  type PlacedEvent,
} from "./store/log-entries.ts";
import { lockConversation } from "./store/members.ts";
import {
  holdStandings,
  writeCursors,
  type Cursors,
  type Seat,
  type Standing,
} from "./store/standings.ts";

/** What a writer of many commands needs in one transaction, each a single statement for all of them. */
export interface ChatsBatch {
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

export const batch: ChatsBatch = {
  holdStandings,
  writeCursors,
  eventsAt,
  amend: amendEvents,
  hold: lockConversation,
};
