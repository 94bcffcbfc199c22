import type { CallSession } from "@veche/call-client";
import { lazy, Suspense, useEffect } from "react";
import { notifyWarning } from "../platform/kit/notify.ts";
import { useStore } from "../platform/store/use-store.ts";
import { useTexts } from "../platform/texts/texts.tsx";
import { useWorkplace } from "./workplace-context.ts";

const DoorCard = lazy(() =>
  import("../features/call/group/door-card.tsx").then((file) => ({
    default: file.DoorCard,
  })),
);

/** The door of a group's call on every page: before it, and the word when one was shown out of it. */
export function DoorLayer() {
  const { calls, entrance, realtime } = useWorkplace();
  const place = useStore(calls.state);
  const atDoor = useStore(entrance.state);
  const conversations = useStore(realtime.conversations);
  useShownOut(place.kind === "here" ? place.stay.session : undefined);
  if (atDoor.kind === "nowhere") return null;
  const { conversationId, kind } = atDoor;
  return (
    <Suspense fallback={null}>
      <DoorCard
        kind={kind}
        title={
          conversations.find(({ id }) => id === conversationId)?.title ?? null
        }
        onLeave={entrance.leave}
      />
    </Suspense>
  );
}

/** The window of the call is gone with the seat: it is said where one is then. */
function useShownOut(session: CallSession | undefined): void {
  const texts = useTexts();
  useEffect(() => {
    if (session === undefined) return undefined;
    const { snapshot } = session;
    return snapshot.subscribe(() => {
      const { state } = snapshot.get();
      if (state.kind === "ended" && state.reason === "removed")
        notifyWarning(texts, texts.t("floor.removed"));
    });
  }, [session, texts]);
}
