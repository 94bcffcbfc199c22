import type {
  Conversation,
  MessageCreated,
  ReplyReference,
} from "@veche/contracts";
import { useState } from "react";
import { notifyFailure, notifyDone } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import type { MessageAction } from "../message/message-actions.ts";
import { useDoing } from "../use-doing.ts";

export type MessageDialog =
  | { readonly kind: "forward"; readonly messages: readonly MessageCreated[] }
  | { readonly kind: "delete"; readonly messages: readonly MessageCreated[] }
  | { readonly kind: "remind" | "info"; readonly message: MessageCreated };

export interface MessageActs {
  readonly act: (action: MessageAction, message: MessageCreated) => void;
  readonly reply: ReplyReference | null;
  readonly editing: MessageCreated | null;
  readonly stopWriting: () => void;
  readonly dialog: MessageDialog | null;
  readonly show: (dialog: MessageDialog | null) => void;
  readonly selected: ReadonlyMap<number, MessageCreated> | null;
  readonly select: (
    selected: ReadonlyMap<number, MessageCreated> | null,
  ) => void;
}

const excerptLength = 300;

function useCopying() {
  const texts = useTexts();
  return (words: string) => {
    navigator.clipboard.writeText(words).then(
      () => notifyDone(texts, texts.t("msg.copied")),
      (failure: unknown) => notifyFailure(texts, failure),
    );
  };
}

const toggled = (
  selected: ReadonlyMap<number, MessageCreated> | null,
  message: MessageCreated,
) => {
  const next = new Map(selected);
  if (!next.delete(message.seq)) next.set(message.seq, message);
  return next.size === 0 ? null : next;
};

/** The words chosen inside a message with the mouse, to be quoted. */
const chosenWords = (body: string): string => {
  const words = document.getSelection()?.toString().trim() ?? "";
  return words !== "" && words.length <= excerptLength && body.includes(words)
    ? words
    : "";
};

/** What is done with messages of a conversation. */
export function useMessageActs(
  conversation: Conversation,
  nameOf: (id: MessageCreated["actorId"]) => string,
): MessageActs {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const copy = useCopying();
  const [reply, setReply] = useState<ReplyReference | null>(null);
  const [editing, setEditing] = useState<MessageCreated | null>(null);
  const [dialog, show] = useState<MessageDialog | null>(null);
  const [selected, select] = useState<ReadonlyMap<
    number,
    MessageCreated
  > | null>(null);
  const { id: conversationId } = conversation;
  const answer = ({ messageId, seq, actorId, body }: MessageCreated) => {
    if (actorId === null) return;
    const quote = chosenWords(body);
    setEditing(null);
    setReply({
      messageId,
      seq,
      authorId: actorId,
      authorName: nameOf(actorId),
      excerpt: quote || body.slice(0, excerptLength),
      isQuote: quote !== "",
    });
  };
  const acts: Readonly<
    Record<MessageAction, (message: MessageCreated) => void>
  > = {
    reply: answer,
    edit: (message) => {
      setReply(null);
      setEditing(message);
    },
    copy: ({ body }) => copy(body),
    copyLink: ({ seq }) =>
      copy(
        new URL(`/chats/${conversationId}/${String(seq)}`, location.href).href,
      ),
    forward: (message) => show({ kind: "forward", messages: [message] }),
    delete: (message) => show({ kind: "delete", messages: [message] }),
    pin: ({ messageId }) =>
      doing(asks.pin({ conversationId, messageId, isPinned: true })),
    unpin: ({ messageId }) =>
      doing(asks.pin({ conversationId, messageId, isPinned: false })),
    save: ({ messageId }) =>
      doing(
        asks.save({ conversationId, messageId, isSaved: true }),
        t("saved.done"),
      ),
    remind: (message) => show({ kind: "remind", message }),
    info: (message) => show({ kind: "info", message }),
    select: (message) => select(toggled(selected, message)),
  };
  return {
    act: (action, message) => acts[action](message),
    reply,
    editing,
    stopWriting: () => {
      setReply(null);
      setEditing(null);
    },
    dialog,
    show,
    selected,
    select,
  };
}
