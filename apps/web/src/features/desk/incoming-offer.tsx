import type { Offer } from "@veche/contracts";
import { iconMessage, iconPhone, iconVideo } from "@veche/ui";
import { useCallback, useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CountdownRing } from "./countdown-ring.tsx";
import type { Desk } from "./desk.ts";
import { IncomingCard } from "./incoming-card.tsx";
import { OfferFacts } from "./offer-facts.tsx";

const icons = {
  chat: iconMessage,
  audio: iconPhone,
  video: iconVideo,
} as const;

interface IncomingOfferProps {
  readonly desk: Desk;
  readonly offer: Offer;
  /** Goes to the desk, where the session is. */
  readonly onAccepted: () => void;
}

/** A customer from the queue, rung to this operator. */
export function IncomingOffer({ desk, offer, onAccepted }: IncomingOfferProps) {
  const texts = useTexts();
  const [isAccepting, setAccepting] = useState(false);
  const { customer, kind } = offer.request;
  const accept = useCallback(() => {
    setAccepting(true);
    desk
      .accept()
      .then(onAccepted, (failure: unknown) => notifyFailure(texts, failure))
      .finally(() => setAccepting(false));
  }, [desk, onAccepted, texts]);
  const decline = useCallback(
    () =>
      void desk
        .decline(offer.id)
        .catch((failure: unknown) => notifyFailure(texts, failure)),
    [desk, offer.id, texts],
  );
  return (
    <IncomingCard
      name={customer.name}
      kindWords={texts.t(`incoming.${kind}`)}
      icon={icons[kind]}
      ring={
        <CountdownRing
          createdAt={offer.createdAt}
          expiresAt={offer.expiresAt}
        />
      }
      facts={<OfferFacts request={offer.request} />}
      isAccepting={isAccepting}
      onAccept={accept}
      onDecline={decline}
    />
  );
}
