import type { JoinId, OfferOutcome, PrincipalId } from "@veche/contracts";
import { later } from "../domain/later.ts";
import { offerOutcomeTable } from "../domain/offer-state.ts";
import type { Powers } from "../powers.ts";
import { exclude, saveOffer } from "../store/offers.ts";
import { saveRequest } from "../store/requests.ts";
import { noteAnswer } from "../store/transfers.ts";
import type { OfferRow } from "../store/rows.ts";
import { moveOperatorById, type Unit } from "./move-operator.ts";

export interface Closing {
  readonly offer: OfferRow;
  readonly outcome: OfferOutcome;
  readonly joinId?: JoinId;
}

/**
 * Closes an open offer, whose row and whose request's row are held, and moves the operator on. What becomes of the
 * request is the caller's: accepted, ended, or back in the queue by `returnToQueue`.
 */
export async function closeOffer(
  powers: Pick<Powers, "clock" | "settings">,
  unit: Unit,
  { offer, outcome, joinId }: Closing,
): Promise<void> {
  const now = powers.clock.now();
  const { id, requestId, operatorId } = offer;
  const consequence = offerOutcomeTable[outcome];
  await saveOffer(unit.tx, id, {
    outcome,
    closedAt: now,
    joinId: joinId ?? null,
  });
  if (consequence.isRefusal) {
    await exclude(unit.tx, {
      requestId,
      operatorId,
      until: later(now, powers.settings.askAgainAfterMs),
    });
  }
  if (outcome !== "accepted") await noteAnswer(unit.tx, requestId, outcome);
  await moveOperatorById(powers, unit, {
    operatorId,
    event: { type: consequence.operator },
  });
  unit.happened({
    type: "offer.closed",
    offerId: id,
    requestId,
    operatorId,
    outcome,
  });
}

/** The ring ended without an answer: the request has its old place in the queue again. */
export async function returnToQueue(
  unit: Unit,
  requestId: OfferRow["requestId"],
): Promise<void> {
  await saveRequest(unit.tx, requestId, { state: "waiting" });
  unit.happened({ type: "request.changed", requestId });
}

/** Who ended something; null when the server did. */
export type ActorId = PrincipalId | null;
