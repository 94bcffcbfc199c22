import type { ConversationId, PrincipalId } from "@veche/contracts";
import type { MoveCommand } from "./message-command.ts";
import {
  areSame,
  furthest,
  moveCursors,
  type Cursors,
  type LogEnd,
} from "./receipts.ts";

/** Where one member's receipts go in this batch, all their wishes taken together. */
export interface SeatMove extends Cursors {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  /** False when the wishes were all behind: nothing is written or told. */
  readonly isChange: boolean;
}

export interface MoveFacts {
  readonly seatOf: (move: MoveCommand) => string;
  /** Undefined for whoever is not a member. */
  readonly cursorsOf: (move: MoveCommand) => Cursors | undefined;
  readonly endOf: (move: MoveCommand) => LogEnd | undefined;
}

/** One move a seat, whatever number of wishes came; by `seatOf`. Seats of non-members are left out. */
export function gatherMoves(
  wishes: readonly MoveCommand[],
  { seatOf, cursorsOf, endOf }: MoveFacts,
): ReadonlyMap<string, SeatMove> {
  const wanted = new Map<string, MoveCommand>();
  for (const wish of wishes) {
    const seat = seatOf(wish);
    const other = wanted.get(seat);
    wanted.set(
      seat,
      other === undefined ? wish : { ...wish, ...furthest(wish, other) },
    );
  }
  const moves = new Map<string, SeatMove>();
  for (const [seat, wish] of wanted) {
    const present = cursorsOf(wish);
    const end = endOf(wish);
    if (present === undefined || end === undefined) continue;
    const { conversationId, principalId } = wish;
    const moved = moveCursors(present, wish, end);
    moves.set(seat, {
      conversationId,
      principalId,
      ...moved,
      isChange: !areSame(present, moved),
    });
  }
  return moves;
}
