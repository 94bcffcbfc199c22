import { useNavigate } from "@tanstack/react-router";
import { iconPhoneIncoming } from "@veche/ui";
import { useCallback, useState } from "react";
import type { Call } from "@veche/contracts";
import { IncomingCard } from "../features/desk/incoming-card.tsx";
import { IncomingOffer } from "../features/desk/incoming-offer.tsx";
import { notifyFailure } from "../platform/kit/notify.ts";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { useWorkplace } from "./workplace-context.ts";

interface RingProps {
  readonly call: Call;
  readonly onAnswered: () => void;
}

/** A customer calls into the session that is already open, or a colleague calls. */
function IncomingCall({ call, onAnswered }: RingProps) {
  const texts = useTexts();
  const { calls } = useWorkplace();
  const [isAccepting, setAccepting] = useState(false);
  const caller = call.participants.find(
    ({ principalId }) => principalId === call.callerId,
  );
  const accept = useCallback(() => {
    setAccepting(true);
    calls
      .answer()
      .then(
        // Customers are talked to at the Desk; a colleague's call stays where one is.
        caller?.kind === "customer" ? onAnswered : undefined,
        (failure: unknown) => notifyFailure(texts, failure),
      )
      .finally(() => setAccepting(false));
  }, [calls, caller?.kind, onAnswered, texts]);
  const decline = useCallback(
    () =>
      void calls
        .decline()
        .catch((failure: unknown) => notifyFailure(texts, failure)),
    [calls, texts],
  );
  return (
    <IncomingCard
      name={caller?.name ?? ""}
      kindWords={texts.t(`incoming.${call.media}`)}
      icon={iconPhoneIncoming}
      facts={
        <p>{texts.t("session.customerRings", { name: caller?.name ?? "" })}</p>
      }
      isAccepting={isAccepting}
      onAccept={accept}
      onDecline={decline}
    />
  );
}

/** Whoever rings, on whatever page one is. */
export function IncomingLayer() {
  const { desk, calls } = useWorkplace();
  const { offer } = useStore(desk.state);
  const place = useStore(calls.state);
  const navigate = useNavigate();
  const goToDesk = useCallback(
    () => void navigate({ to: "/desk" }),
    [navigate],
  );
  if (offer !== null)
    return (
      <IncomingOffer
        key={offer.id}
        desk={desk}
        offer={offer}
        onAccepted={goToDesk}
      />
    );
  if (place.kind === "ringing")
    return (
      <IncomingCall
        key={place.call.id}
        call={place.call}
        onAnswered={goToDesk}
      />
    );
  return null;
}
