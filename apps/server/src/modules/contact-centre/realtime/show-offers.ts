import type { DomainEventOf } from "@veche/contracts";
import { loadForStaff } from "../load.ts";
import type { Powers } from "../powers.ts";
import { presentOffer } from "../present.ts";
import { offersNamed, operatorRungFor } from "../store/offers.ts";
import { requestsNamed } from "../store/requests.ts";
import { createThrottle, type Throttle } from "../../../platform/throttle.ts";

type MadeOffer = DomainEventOf<"offer.made">;

/** Rings operators: one load for all offers made at once. Ends of rings are told as they happen. */
export function showOffers(powers: Powers): Throttle<MadeOffer> {
  const { bus, hub, database, calls } = powers;
  const made = createThrottle<MadeOffer>({
    ...powers,
    everyMs: 0,
    onFailure: "forget",
    flush: async (events) => {
      const [known, rows] = await Promise.all([
        offersNamed(
          database.db,
          events.map(({ offerId }) => offerId),
        ),
        requestsNamed(
          database.db,
          events.map(({ requestId }) => requestId),
        ),
      ]);
      // What was closed meanwhile no longer rings: its end was told before this.
      const offers = known.filter((offer) => offer.outcome === null);
      if (offers.length === 0) return;
      const requests = new Map(
        (await loadForStaff(powers, rows)).map((request) => [
          request.id,
          request,
        ]),
      );
      for (const offer of offers) {
        const request = requests.get(offer.requestId);
        if (request === undefined) continue;
        hub.notify([offer.operatorId], {
          type: "offer.made",
          offer: presentOffer(offer, request),
        });
        if (request.callId !== null)
          calls.passEarlyOffer(request.callId, offer.operatorId);
      }
    },
  });
  const subscriptions = new DisposableStack();
  subscriptions.use(bus.on("offer.made", (offer) => made.add(offer)));
  subscriptions.use(passLateOffers(powers));
  subscriptions.use(
    bus.on("offer.closed", ({ offerId, operatorId, outcome }) =>
      hub.notify([operatorId], { type: "offer.closed", offerId, outcome }),
    ),
  );
  return endingWith(made, subscriptions);
}

/** The caller was ready a moment after the ring began. */
const passLateOffers = ({ bus, database, calls }: Powers): Disposable =>
  bus.on("call.prepared", async ({ callId }) => {
    const operatorId = await operatorRungFor(database.db, callId);
    if (operatorId !== undefined) calls.passEarlyOffer(callId, operatorId);
  });

/** The throttle, whose end also ends what feeds it. */
export function endingWith<Key>(
  throttle: Throttle<Key>,
  feeds: Disposable,
): Throttle<Key> {
  return {
    ...throttle,
    [Symbol.asyncDispose]: async () => {
      feeds[Symbol.dispose]();
      await throttle[Symbol.asyncDispose]();
    },
  };
}
