import type {
  Attachment,
  Conversation,
  MessageCreated,
  PrincipalId,
} from "@veche/contracts";
import type { ConversationLog, Reached } from "@veche/realtime-client";
import { createContext, use } from "react";
import type { MessageAction } from "../message/message-actions.ts";

/** What the parts of an open conversation share. */
export interface ConversationView {
  readonly conversation: Conversation;
  readonly log: ConversationLog;
  readonly reached: Reached;
  readonly nameOf: (id: PrincipalId | null) => string;
  readonly act: (action: MessageAction, message: MessageCreated) => void;
  readonly react: (message: MessageCreated, emoji: string) => void;
  /** Shows another place of this conversation. */
  readonly goTo: (seq: number) => void;
  readonly showPerson: (id: PrincipalId) => void;
  readonly showGallery: (
    message: MessageCreated,
    attachment: Attachment,
  ) => void;
  /** The message that was come for. */
  readonly highlightedSeq: number | null;
  /** Chosen messages, by position; null: nothing is being chosen. */
  readonly selected: ReadonlyMap<number, MessageCreated> | null;
}

export const ConversationContext = createContext<ConversationView | undefined>(
  undefined,
);

export function useConversation(): ConversationView {
  const view = use(ConversationContext);
  if (view === undefined)
    throw new Error("useConversation is used outside a conversation");
  return view;
}
