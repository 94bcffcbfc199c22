import type { OfferOutcome } from "@veche/contracts";
import type { OperatorEvent } from "./operator-state.ts";

/** An offer is open or closed with one outcome, once and for all. */
export type OfferState = "open" | OfferOutcome;

interface Consequence {
  /** What the operator who rang goes through. */
  readonly operator: OperatorEvent["type"] &
    ("accepted" | "declined" | "missed" | "withdrawn");
  /** Is this operator kept from the same request for a while? */
  readonly isRefusal: boolean;
}

/** The offer's machine: every outcome leaves `open` and nothing leaves an outcome. The README shows the same table. */
export const offerOutcomeTable: Readonly<Record<OfferOutcome, Consequence>> = {
  accepted: { operator: "accepted", isRefusal: false },
  declined: { operator: "declined", isRefusal: true },
  timed_out: { operator: "missed", isRefusal: true },
  withdrawn: { operator: "withdrawn", isRefusal: false },
};

export type Answer =
  | { readonly ok: true }
  /** Closed before: the operator is told which way. */
  | { readonly ok: false; readonly closedAs: OfferOutcome };

/** May the operator still accept or decline? A ring whose time is over may not be answered, swept or not. */
export function mayAnswer(
  offer: { readonly state: OfferState; readonly expiresAt: Date },
  now: Date,
): Answer {
  if (offer.state !== "open") return { ok: false, closedAs: offer.state };
  return offer.expiresAt <= now
    ? { ok: false, closedAs: "timed_out" }
    : { ok: true };
}
