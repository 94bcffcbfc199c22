import type { Conversation } from "@veche/contracts";
import { useMemo } from "react";
import { useTexts } from "../../platform/texts/texts.tsx";
import { conversationName, type NameWords } from "./conversation-name.ts";
import { useMessenger } from "./messenger-context.tsx";

/** The words for conversations that have no name of their own. */
export function useNameWords(): NameWords {
  const { t } = useTexts();
  return useMemo(
    () => ({ notes: t("chats.notes"), untitled: t("chats.untitled") }),
    [t],
  );
}

/** What a conversation is called for its reader. */
export function useConversationName(conversation: Conversation): string {
  const { me } = useMessenger();
  return conversationName(conversation, me.id, useNameWords());
}
