import type { ConversationId } from "@veche/contracts";
import { useStore } from "../../platform/store/use-store.ts";
import { CallElsewhere, NoCall } from "./call-absent.tsx";
import type { CallPlace } from "./call-place.ts";
import { CallWindow } from "./call-window.tsx";

interface CallCentreProps {
  readonly calls: CallPlace;
  readonly conversationId: ConversationId;
  readonly name: string;
  readonly onChat: () => void;
}

/** The middle of a session: its call, or the way to one. */
export function CallCentre({
  calls,
  conversationId,
  name,
  onChat,
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
      return <CallElsewhere onTakeOver={() => calls.takeOver()} />;
    case "ringing":
    case "none":
      return (
        <NoCall
          name={name}
          onCall={(media) => calls.start(conversationId, media)}
        />
      );
  }
}
