import { messageBodyOf } from "@veche/realtime-client";
import type {
  Conversation,
  Mention,
  MessageCreated,
  ReplyReference,
} from "@veche/contracts";
import { createStore, type OutgoingContent } from "@veche/realtime-client";
import { useEffect, useRef, useState } from "react";
import { useStore } from "../../../platform/store/use-store.ts";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Upload } from "../files/upload.ts";
import { useMessenger } from "../messenger-context.tsx";
import {
  impliedMentions,
  mentionsIn,
  mentionsOf,
  type ChosenMention,
} from "./chosen-mentions.ts";

const draftAfterMs = 800;
export const filesAtMost = 10;

export interface Composing {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Whom and what it names as it stands. */
  readonly mentions: readonly Mention[];
  readonly name: (mention: ChosenMention) => void;
  readonly files: readonly Upload[];
  readonly addFiles: (
    files: readonly File[],
    how: Pick<Upload, "isVoice">,
  ) => void;
  readonly excess: number;
  readonly isReady: boolean;
  readonly body: string;
  readonly send: () => void;
  readonly clear: () => void;
}

export interface ComposingAbout {
  readonly conversation: Conversation;
  readonly reply: ReplyReference | null;
  readonly editing: MessageCreated | null;
  readonly onDone: () => void;
}

/** Keeps what is written for my other devices, a moment after the last key. */
function useDraft({ conversation, editing }: ComposingAbout, text: string) {
  const { realtime } = useMessenger();
  const { powers } = useServices();
  const { id, mine } = conversation;
  const kept = useRef(mine?.draft?.body ?? "");
  useEffect(() => {
    const isKept = editing === null;
    if (!isKept || kept.current === text) return undefined;
    const keep = () => {
      if (kept.current === text) return;
      kept.current = text;
      realtime.keepDraft(id, text === "" ? null : text.slice(0, 8000));
    };
    // Emptied is told at once: it was sent.
    if (text === "") {
      keep();
      return undefined;
    }
    return powers.after(draftAfterMs, keep);
  }, [realtime, powers, id, text, editing]);
}

function contentOf(
  files: readonly Upload[],
  reply: ReplyReference | null,
  mentions: ReturnType<typeof mentionsIn>,
): OutgoingContent {
  return {
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(reply === null ? {} : { replyTo: reply }),
    ...(files.length === 0
      ? {}
      : {
          files: files.map(
            ({ uploadId, name, mediaType, sizeBytes, isVoice, state }) => {
              const present = state.get();
              const uploaded =
                present.kind === "done" ? present.attachment : null;
              return {
                uploadId,
                name,
                mediaType,
                sizeBytes,
                isVoice,
                uploaded,
              };
            },
          ),
        }),
  };
}

/** The disk is asked when the conversation stands on the screen. */
const recallAfterMs = 100;
const noFiles = createStore<readonly Upload[]>([]);

/** What stands there to be sent, also after another conversation or a reload; with a message that is changed, none. */
function useFiles({ conversation: { id }, editing }: ComposingAbout) {
  const { uploads } = useMessenger();
  const { powers } = useServices();
  const isSending = editing === null;
  const files = useStore(isSending ? uploads.composingIn(id) : noFiles);
  useEffect(() => {
    if (!isSending) return undefined;
    return powers.after(recallAfterMs, () => void uploads.recall(id));
  }, [uploads, powers, id, isSending]);
  return {
    files,
    addFiles: (more: readonly File[], how: Pick<Upload, "isVoice">) => {
      for (const file of more.slice(0, filesAtMost - files.length))
        uploads.start(file, { conversationId: id, ...how });
    },
    handOver: () => uploads.handOver(files),
  };
}

/** Whom a text names: those chosen, and those written out. */
function useMentions({ conversation, editing }: ComposingAbout) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<readonly ChosenMention[]>(
    editing === null ? [] : mentionsOf(editing),
  );
  return {
    name: (mention: ChosenMention) => setChosen([...chosen, mention]),
    forget: () => setChosen([]),
    namedIn: (body: string) =>
      mentionsIn(body, [
        ...chosen,
        ...impliedMentions(conversation, t("compose.all")),
      ]),
  };
}

/** What is being written in a conversation, and its sending. */
export function useComposing(about: ComposingAbout): Composing {
  const { conversation, reply, editing, onDone } = about;
  const { realtime } = useMessenger();
  const [text, setText] = useState(
    editing?.body ?? conversation.mine?.draft?.body ?? "",
  );
  const { name, forget, namedIn } = useMentions(about);
  const { files, addFiles, handOver } = useFiles(about);
  useDraft(about, text);
  const { body, excess } = messageBodyOf(text);
  const mentions = namedIn(body);
  const isReady = (body !== "" || files.length > 0) && excess === 0;
  const clear = () => {
    setText("");
    forget();
    handOver();
  };
  const send = () => {
    if (!isReady) return;
    if (editing === null)
      realtime.sendMessage(
        conversation.id,
        body,
        contentOf(files, reply, mentions),
      );
    else if (body !== editing.body)
      realtime.changeMessage(conversation.id, editing, {
        kind: "edit",
        body,
        ...(mentions.length > 0 ? { mentions } : {}),
      });
    clear();
    onDone();
  };
  return {
    text,
    setText,
    mentions,
    name,
    files,
    addFiles,
    excess,
    isReady,
    body,
    send,
    clear,
  };
}
