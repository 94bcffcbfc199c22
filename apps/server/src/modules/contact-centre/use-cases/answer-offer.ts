import type { CommandParams, CommandResult, OfferId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { mayAnswer } from "../domain/offer-state.ts";
import type { Powers } from "../powers.ts";
import { requireOperator } from "../rights.ts";
import { findOffer, lockOffer } from "../store/offers.ts";
import { lockRequest } from "../store/requests.ts";
import type { OfferRow, RequestRow } from "../store/rows.ts";
import { closeOffer, returnToQueue } from "./close-offer.ts";
import type { Unit } from "./move-operator.ts";
import { seatedIn, seatOperator, talksElsewhere } from "./seat-operator.ts";

type AcceptParams = CommandParams<"offer.accept">;
type AcceptResult = CommandResult<"offer.accept">;

/**
 * The operator takes the ring. The same window again gets the same answer; another window of theirs is told
 * `call.elsewhere` (`contact_centre.offer_gone` for a chat), and so is everybody when the ring is over.
 */
export async function acceptOffer(
  powers: Powers,
  context: CommandContext,
  params: AcceptParams,
): Promise<AcceptResult> {
  const taken = await takeOnce(powers, context, params).catch(
    // The offer rings on.
    (error: unknown) => {
      throw talksElsewhere(error);
    },
  );
  return seatedIn(powers, context, { taken, joinId: params.joinId });
}

function takeOnce(
  powers: Powers,
  context: CommandContext,
  params: AcceptParams,
): Promise<RequestRow> {
  return powers.database.transact(context.actor, async (unit) => {
    const { offer, request } = await lockOwn(unit, {
      context,
      offerId: params.offerId,
    });
    if (offer.outcome !== "accepted")
      return take(powers, unit, { context, params, offer, request });
    if (offer.joinId === params.joinId) return request;
    throw new AppError(
      request.callId === null ? "contact_centre.offer_gone" : "call.elsewhere",
    );
  });
}

/** Not this one. Declining what is over changes nothing; what was accepted in another window is not declined. */
export async function declineOffer(
  powers: Powers,
  context: CommandContext,
  offerId: OfferId,
): Promise<void> {
  await powers.database.transact(context.actor, async (unit) => {
    const { offer } = await lockOwn(unit, { context, offerId });
    if (offer.outcome === "accepted")
      throw new AppError("contact_centre.offer_gone");
    if (offer.outcome !== null) return;
    // The time may be over before the sweep comes by; then it was missed, not declined.
    const answer = mayAnswer(
      { state: "open", expiresAt: offer.expiresAt },
      powers.clock.now(),
    );
    await closeOffer(powers, unit, {
      offer,
      outcome: answer.ok ? "declined" : "timed_out",
    });
    await returnToQueue(unit, offer.requestId);
  });
}

interface Own {
  readonly offer: OfferRow;
  readonly request: RequestRow;
}

/** Takes the rows in the order everybody takes them: the request's, then the offer's. */
async function lockOwn(
  unit: Unit,
  {
    context,
    offerId,
  }: { readonly context: CommandContext; readonly offerId: OfferId },
): Promise<Own> {
  const { id } = requireOperator(context.principal);
  const known = await findOffer(unit.tx, offerId);
  if (known?.operatorId !== id) throw new AppError("contact_centre.offer_gone");
  const request = await lockRequest(unit.tx, known.requestId);
  const offer = await lockOffer(unit.tx, offerId);
  if (request === undefined || offer === undefined)
    throw new AppError("contact_centre.offer_gone");
  return { offer, request };
}

interface Taking extends Own {
  readonly context: CommandContext;
  readonly params: AcceptParams;
}

async function take(
  powers: Powers,
  unit: Unit,
  { context, params, offer, request }: Taking,
): Promise<RequestRow> {
  const answer = mayAnswer(
    { state: offer.outcome ?? "open", expiresAt: offer.expiresAt },
    powers.clock.now(),
  );
  if (!answer.ok) throw new AppError("contact_centre.offer_gone");
  await closeOffer(powers, unit, {
    offer,
    outcome: "accepted",
    joinId: params.joinId,
  });
  return seatOperator(powers, unit, { context, params, request });
}
