import type { CallOver, CallState } from "./call-snapshot.ts";
import type { Parties } from "./parties.ts";

export interface CallFacts extends Parties {
  readonly over: CallOver | null;
  /** `none` before a seat was asked for. */
  readonly seat: "asked" | "none" | "taken";
  readonly wasLive: boolean;
  /** Media pass. */
  readonly isUp: boolean;
  /** The line to the server has been cut for so long that the others see me as gone. */
  readonly isUnseen: boolean;
}

/** What the facts amount to; the README has the table. */
export const stateOfCall = ({
  over,
  seat,
  wasLive,
  isUp,
  isUnseen,
  me,
  peer,
}: CallFacts): CallState => {
  if (over !== null) return { kind: "ended", reason: over };
  if (seat === "none") return { kind: "idle" };
  if (seat === "asked") return { kind: "joining" };
  if (isUp && !isUnseen) return { kind: "live" };
  if (!wasLive) return { kind: "connecting" };
  return {
    kind: "reconnecting",
    heldUntil: peer?.heldUntil ?? me?.heldUntil ?? null,
  };
};
