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
import type { NameOf } from "./use-names.ts";

type MessageDialog =
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

/** What is written is an answer, or a change of a message, or neither. */
function useAbout(nameOf: NameOf) {
  const [reply, setReply] = useState<ReplyReference | null>(null);
  const [editing, setEditing] = useState<MessageCreated | null>(null);
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
  const edit = (message: MessageCreated) => {
    setReply(null);
    setEditing(message);
  };
  const stopWriting = () => {
    setReply(null);
    setEditing(null);
  };
  return { reply, editing, answer, edit, stopWriting };
}

/** What is done at once, by asking the server. */
function useAsking({ id: conversationId }: Conversation) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  return {
    pin: ({ messageId }: MessageCreated) =>
      doing(asks.pin({ conversationId, messageId, isPinned: true })),
    unpin: ({ messageId }: MessageCreated) =>
      doing(asks.pin({ conversationId, messageId, isPinned: false })),
    save: ({ messageId }: MessageCreated) =>
      doing(
        asks.save({ conversationId, messageId, isSaved: true }),
        t("saved.done"),
      ),
  };
}

/** What is done with messages of a conversation. */
export function useMessageActs(
  conversation: Conversation,
  nameOf: NameOf,
): MessageActs {
  const copy = useCopying();
  const { answer, edit, ...about } = useAbout(nameOf);
  const asking = useAsking(conversation);
  const [dialog, show] = useState<MessageDialog | null>(null);
  const [selected, select] = useState<MessageActs["selected"]>(null);
  const linkTo = ({ seq }: MessageCreated) =>
    new URL(`/chats/${conversation.id}/${String(seq)}`, location.href).href;
  const acts: Readonly<
    Record<MessageAction, (message: MessageCreated) => void>
  > = {
    reply: answer,
    edit,
    copy: ({ body }) => copy(body),
    copyLink: (message) => copy(linkTo(message)),
    forward: (message) => show({ kind: "forward", messages: [message] }),
    delete: (message) => show({ kind: "delete", messages: [message] }),
    ...asking,
    remind: (message) => show({ kind: "remind", message }),
    info: (message) => show({ kind: "info", message }),
    select: (message) => select(toggled(selected, message)),
  };
  return {
    act: (action, message) => acts[action](message),
    ...about,
    dialog,
    show,
    selected,
    select,
  };
}
