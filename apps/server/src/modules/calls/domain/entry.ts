import type { LobbyState } from "@veche/contracts";
import type { FloorRecord } from "./floor.ts";

export type EntryRefusal = "call.locked" | "call.lobby" | "call.refused";

/** Whoever wants to come into a call of a group. */
export interface Comer {
  /** Keeps order there. */
  readonly isModerator: boolean;
  readonly isMember: boolean;
  /** Has a seat, perhaps held for them. */
  readonly isSeated: boolean;
  /** Their place before the door; null: they never stood there. */
  readonly place: LobbyState | null;
}

/** Why somebody may not come in; null: they may. A word of those who keep order is worth more than any rule. */
export function judgeEntry(
  { isLocked, hasLobby }: Pick<FloorRecord, "isLocked" | "hasLobby">,
  { isModerator, isMember, isSeated, place }: Comer,
): EntryRefusal | null {
  if (isModerator) return null;
  if (place === "refused") return "call.refused";
  if (isSeated || place === "admitted") return null;
  if (isLocked) return "call.locked";
  return hasLobby || !isMember ? "call.lobby" : null;
}
