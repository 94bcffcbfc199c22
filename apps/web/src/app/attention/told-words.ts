import type { Conversation, NotificationCause, User } from "@veche/contracts";
import { conversationName } from "../../features/messenger/conversation-name.ts";
import { lastWords } from "../../features/messenger/list/last-words.ts";
import type { Texts } from "../../platform/texts/texts.tsx";

export interface Happened {
  readonly conversation: Conversation;
  readonly cause: NotificationCause;
  /** How many since somebody looked. */
  readonly count: number;
  /** Where the conversation's newest message is what happened, its words are shown. */
  readonly isNewest: boolean;
}

export interface ToldWordsDeps {
  readonly me: User;
  readonly texts: Pick<Texts, "t">;
  /** The person wants the words themselves to be shown. */
  readonly showsText: boolean;
  readonly productName: string;
}

/** What the system shows of something that happened; nothing is said of what is confidential. */
export function toldWords(
  { conversation, cause, count, isNewest }: Happened,
  { me, texts, showsText, productName }: ToldWordsDeps,
): { readonly title: string; readonly body: string } {
  const { t } = texts;
  const plain =
    cause === "call" ? t("told.missedCall") : t("told.messages", { count });
  if (!showsText) return { title: productName, body: plain };
  const title = conversationName(conversation, me.id, {
    notes: t("chats.notes"),
    untitled: t("chats.untitled"),
  });
  if (cause === "reaction") return { title, body: t("told.reaction") };
  if (cause === "call" || !isNewest || conversation.confidentiality !== null)
    return { title, body: plain };
  const { author, words } = lastWords(texts, conversation, me.id);
  return { title, body: author === null ? words : `${author}: ${words}` };
}
