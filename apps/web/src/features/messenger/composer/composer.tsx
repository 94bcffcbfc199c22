import { ActionIcon, Textarea } from "@mantine/core";
import type {
  Conversation,
  MessageCreated,
  ReplyReference,
} from "@veche/contracts";
import { iconSend } from "@veche/ui";
import {
  useEffect,
  useId,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useServices } from "../../../platform/services.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { Markdown } from "../message/markdown.tsx";
import { AboutBar } from "./about-bar.tsx";
import { ComposerTools } from "./composer-tools.tsx";
import { hasMarkup } from "./has-markup.ts";
import { PendingFiles } from "./pending-files.tsx";
import { SendMenu } from "./send-menu.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import { useComposing } from "./use-composing.ts";
import { useSuggestions } from "./use-suggestions.ts";
import { VoiceButton } from "./voice-button.tsx";
import { wrapSelection } from "./wrap-selection.ts";
import styles from "./composer.module.css";

const typingEveryMs = 3000;
const marks: Readonly<Record<string, string>> = {
  KeyB: "**",
  KeyI: "_",
  KeyE: "`",
};

export interface ComposerProps {
  readonly conversation: Conversation;
  readonly name: string;
  readonly reply: ReplyReference | null;
  readonly editing: MessageCreated | null;
  readonly onCancel: () => void;
  /** Asks to change the reader's own last message. */
  readonly onEditLast: () => void;
  readonly onSent: () => void;
  readonly onFilesRef: (add: (files: readonly File[]) => void) => void;
}

/** Tells the others that I type, at most once in three seconds; a lost word of it is no loss. */
function useTypingWord(conversation: Conversation) {
  const { realtime } = useMessenger();
  const { powers } = useServices();
  const lastAt = useRef(0);
  return () => {
    if (powers.nowMs() - lastAt.current < typingEveryMs) return;
    lastAt.current = powers.nowMs();
    realtime
      .send("typing.show", { conversationId: conversation.id })
      .catch(() => undefined);
  };
}

function useWriting(props: ComposerProps) {
  const {
    conversation,
    reply,
    editing,
    onCancel,
    onSent,
    onEditLast,
    onFilesRef,
  } = props;
  const { uploads, preferences } = useMessenger();
  const field = useRef<HTMLTextAreaElement>(null);
  const composing = useComposing({
    conversation,
    reply,
    editing,
    onDone: () => {
      onCancel();
      onSent();
    },
  });
  const suggesting = useSuggestions(conversation, composing, field);
  const { sendsOnEnter } = useStore(preferences);
  const add = (files: readonly File[]) =>
    composing.addFiles(files.map((file) => uploads.start(file)));
  const adding = useRef(add);
  useEffect(() => {
    adding.current = add;
  });
  useEffect(() => onFilesRef((files) => adding.current(files)), [onFilesRef]);
  useEffect(() => field.current?.focus(), [reply, editing, conversation.id]);
  const wrap = (mark: string) => {
    const { current } = field;
    if (current === null) return;
    const after = wrapSelection(
      {
        text: composing.text,
        from: current.selectionStart,
        to: current.selectionEnd,
      },
      mark,
    );
    composing.setText(after.text);
    queueMicrotask(() => current.setSelectionRange(after.from, after.to));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || suggesting.onKey(event)) return;
    const isWithControl = event.ctrlKey || event.metaKey;
    const mark = isWithControl && !event.altKey ? marks[event.code] : undefined;
    if (
      event.key === "Enter" &&
      !event.shiftKey &&
      (isWithControl || sendsOnEnter)
    ) {
      event.preventDefault();
      composing.send();
    } else if (mark !== undefined) {
      event.preventDefault();
      wrap(mark);
    } else if (event.key === "Escape") onCancel();
    else if (event.key === "ArrowUp" && composing.text === "") {
      event.preventDefault();
      onEditLast();
    }
  };
  return { field, composing, suggesting, add, wrap, onKeyDown };
}

/** Where one writes. */
export function Composer(props: ComposerProps) {
  const { conversation, name, reply, editing, onCancel } = props;
  const { t } = useTexts();
  const { preferences, uploads } = useMessenger();
  const { showsPreview } = useStore(preferences);
  const listId = useId();
  const [isRecording, setRecording] = useState(false);
  const { field, composing, suggesting, add, wrap, onKeyDown } =
    useWriting(props);
  const sayTyping = useTypingWord(conversation);
  const { suggestions, active } = suggesting;
  const onPaste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };
  const insert = (words: string) => {
    const at = field.current?.selectionStart ?? composing.text.length;
    composing.setText(
      composing.text.slice(0, at) + words + composing.text.slice(at),
    );
    queueMicrotask(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + words.length, at + words.length);
    });
  };
  const isEmpty = composing.text.trim() === "" && composing.files.length === 0;
  return (
    <div className={styles["composer"]}>
      <AboutBar
        reply={reply}
        editing={editing}
        onCancel={() => {
          if (editing !== null) composing.clear();
          onCancel();
        }}
      />
      {showsPreview && hasMarkup(composing.text) && (
        <div
          className={styles["preview"]}
          aria-label={t("compose.preview")}
          role="region"
        >
          <Markdown body={composing.body} />
        </div>
      )}
      <PendingFiles composing={composing} />
      {suggestions.length > 0 && (
        <SuggestionList
          id={listId}
          label={t("compose.suggestions")}
          suggestions={suggestions}
          active={active}
          onChoose={suggesting.choose}
        />
      )}
      <div className={styles["line"]}>
        <ComposerTools
          conversation={conversation}
          onFiles={add}
          onEmoji={insert}
          onMark={wrap}
          isHidden={isRecording}
        />
        {!isRecording && (
          <Textarea
            ref={field}
            className={styles["input"]}
            variant="unstyled"
            aria-label={t("compose.to", { name })}
            placeholder={t("message.placeholder")}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={
              suggestions.length > 0 ? `${listId}-${String(active)}` : undefined
            }
            autosize
            minRows={1}
            maxRows={12}
            value={composing.text}
            error={
              composing.excess > 0 &&
              t("chat.tooLong", { count: composing.excess })
            }
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onSelect={(event) =>
              suggesting.moved(event.currentTarget.selectionEnd)
            }
            onChange={({ currentTarget }) => {
              composing.setText(currentTarget.value);
              suggesting.moved(currentTarget.selectionEnd);
              if (currentTarget.value !== "") sayTyping();
            }}
          />
        )}
        {isEmpty && editing === null ? (
          <VoiceButton
            isRecording={isRecording}
            onRecording={setRecording}
            onRecorded={(file) =>
              composing.addFiles([uploads.start(file, { isVoice: true })])
            }
          />
        ) : (
          <>
            <ActionIcon
              size={38}
              radius="xl"
              aria-label={t("action.send")}
              disabled={!composing.isReady}
              onClick={composing.send}
            >
              <Icon paths={iconSend} />
            </ActionIcon>
            {editing === null && (
              <SendMenu conversation={conversation} composing={composing} />
            )}
          </>
        )}
      </div>
    </div>
  );
}
