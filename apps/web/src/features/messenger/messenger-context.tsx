import type { Conversation, ConversationId, User } from "@veche/contracts";
import type { RealtimeClient } from "@veche/realtime-client";
import { createContext, use, type ComponentType, type ReactNode } from "react";
import type { Asks } from "./asks.ts";
import type { PreferenceStore } from "./preferences.ts";
import type { UploadShelf } from "./files/upload-shelf.ts";

/** What all of the messenger's screens use. */
export interface Messenger {
  readonly realtime: RealtimeClient;
  readonly asks: Asks;
  readonly me: User;
  readonly preferences: PreferenceStore;
  readonly uploads: UploadShelf;
  /** What calls add to a conversation: buttons beside its name and under a call in vain, and a line that tells of one that goes on. */
  readonly calling: {
    readonly Tools: ComponentType<{ readonly conversation: Conversation }>;
    readonly Banner: ComponentType<{ readonly conversation: Conversation }>;
    /** Beside the line that says that nobody was reached. */
    readonly Again: ComponentType<{ readonly conversation: Conversation }>;
  };
  /** Recordings of a conversation's calls; `nothing` stands there when there are none. */
  readonly Recordings: ComponentType<{
    readonly conversation: Conversation;
    readonly nothing: ReactNode;
  }>;
  /** Shows a conversation, at one of its messages where that is named. */
  readonly open: (conversationId: ConversationId | null, seq?: number) => void;
}

export const MessengerContext = createContext<Messenger | undefined>(undefined);

export function useMessenger(): Messenger {
  const messenger = use(MessengerContext);
  if (messenger === undefined)
    throw new Error("useMessenger is used outside the messenger");
  return messenger;
}
