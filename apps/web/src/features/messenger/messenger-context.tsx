import type { ConversationId, User } from "@veche/contracts";
import type { RealtimeClient } from "@veche/realtime-client";
import { createContext, use } from "react";
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
