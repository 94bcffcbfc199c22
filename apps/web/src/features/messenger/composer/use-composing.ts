import type {
  Conversation,
  Mention,
  MessageCreated,
  ReplyReference,
} from "@veche/contracts";
import type { OutgoingContent } from "@veche/realtime-client";
import { useEffect, useRef, useState } from "react";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { Upload } from "../files/uploads.ts";
import { useMessenger } from "../messenger-context.tsx";
import { isOffered } from "../offers.ts";
import {
  impliedMentions,
  mentionsIn,
  mentionsOf,
  type ChosenMention,
} from "./chosen-mentions.ts";
import { toBody } from "./message-body.ts";

const draftAfterMs = 800;
export const filesAtMost = 10;

export interface Composing {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Whom and what it names as it stands. */
  readonly mentions: readonly Mention[];
  readonly name: (mention: ChosenMention) => void;
  readonly files: readonly Upload[];
  readonly addFiles: (files: readonly Upload[]) => void;
  readonly replaceFile: (before: Upload, after: Upload) => void;
  readonly dropFile: (file: Upload) => void;
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
    const isKept = isOffered("draft") && editing === null;
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

function useFiles() {
  const [files, setFiles] = useState<readonly Upload[]>([]);
  const dropFile = (file: Upload) => {
    file.cancel();
    setFiles((all) => all.filter((one) => one !== file));
  };
  const replaceFile = (before: Upload, after: Upload) => {
    before.cancel();
    setFiles((all) => all.map((one) => (one === before ? after : one)));
  };
  const addFiles = (more: readonly Upload[]) => {
    for (const one of more.slice(filesAtMost - files.length)) one.cancel();
    setFiles([...files, ...more].slice(0, filesAtMost));
  };
  return { files, addFiles, replaceFile, dropFile, clear: () => setFiles([]) };
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
  const { clear: clearFiles, files, ...changes } = useFiles();
  useDraft(about, text);
  const { body, excess } = toBody(text);
  const mentions = namedIn(body);
  const isReady = (body !== "" || files.length > 0) && excess === 0;
  const clear = () => {
    setText("");
    forget();
    clearFiles();
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
    ...changes,
    excess,
    isReady,
    body,
    send,
    clear,
  };
}
