import type { ConversationId } from "@veche/contracts";
import type { ReactNode } from "react";
import { useStore } from "../../platform/store/use-store.ts";
import { CallElsewhere, NoCall } from "./call-absent.tsx";
import type { CallPlace } from "./call-place.ts";
import { CallWindow } from "./call-window.tsx";

interface CallCentreProps {
  readonly calls: CallPlace;
  readonly conversationId: ConversationId;
  readonly name: string;
  readonly onChat: () => void;
  /** Ends the session; drawn where there is no call whose end does it. */
  readonly end: ReactNode;
}

/** The middle of a session: its call, or the way to one. */
export function CallCentre({
  calls,
  conversationId,
  name,
  onChat,
  end,
}: CallCentreProps) {
  const place = useStore(calls.state);
  switch (place.kind) {
    case "here":
      return (
        <CallWindow
          stay={place.stay}
          name={name}
          onEnd={() => calls.hangUp()}
          onChat={onChat}
        />
      );
    case "elsewhere":
      return <CallElsewhere end={end} onTakeOver={() => calls.takeOver()} />;
    case "ringing":
    case "none":
      return (
        <NoCall
          end={end}
          name={name}
          onCall={(media) => calls.start(conversationId, media)}
        />
      );
  }
}
