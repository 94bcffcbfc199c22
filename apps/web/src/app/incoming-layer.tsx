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

/** Whose call it is: who began it, or who is in it when they have gone. */
const ringerOf = ({ callerId, participants }: Call) => {
  const inside = participants.filter(
    ({ state }) => state !== "left" && state !== "invited",
  );
  return (
    inside.find(({ principalId }) => principalId === callerId) ??
    inside[0] ??
    participants.find(({ principalId }) => principalId === callerId)
  );
};

/** What is said of the call: in which conversation it is, and who is in it. */
function Facts({ call, name }: Pick<RingProps, "call"> & { name: string }) {
  const { t } = useTexts();
  const { realtime } = useWorkplace();
  const conversations = useStore(realtime.conversations);
  const { conversationId, participants } = call;
  if (call.kind === "pair")
    return <p>{t("session.customerRings", { name })}</p>;
  const title = conversations.find(({ id }) => id === conversationId)?.title;
  const inside = participants.filter(({ state }) => state !== "left");
  return (
    <>
      <p>{t("session.customerRings", { name })}</p>
      {title !== null && title !== undefined && (
        <p>{t("group.ringsIn", { title })}</p>
      )}
      {inside.length > 1 && (
        <p>
          {t("group.inside", {
            names: inside.map((one) => one.name).join(", "),
          })}
        </p>
      )}
    </>
  );
}

/** A customer calls into the session that is already open, a colleague calls, or the call of a group. */
function IncomingCall({ call, onAnswered }: RingProps) {
  const texts = useTexts();
  const { calls, entrance } = useWorkplace();
  const [isAccepting, setAccepting] = useState(false);
  const ringer = ringerOf(call);
  const name = ringer?.name ?? "";
  const accept = useCallback(() => {
    setAccepting(true);
    entrance
      .answer()
      .then(
        // Customers are talked to at the Desk; a colleague's call stays where one is.
        ringer?.kind === "customer" ? onAnswered : undefined,
        (failure: unknown) => notifyFailure(texts, failure),
      )
      .finally(() => setAccepting(false));
  }, [entrance, ringer?.kind, onAnswered, texts]);
  const decline = useCallback(
    () =>
      void calls
        .decline()
        .catch((failure: unknown) => notifyFailure(texts, failure)),
    [calls, texts],
  );
  return (
    <IncomingCard
      name={name}
      personId={ringer?.principalId}
      kindWords={texts.t(`incoming.${call.media}`)}
      icon={iconPhoneIncoming}
      facts={<Facts call={call} name={name} />}
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
