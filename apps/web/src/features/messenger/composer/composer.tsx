import { ActionIcon } from "@mantine/core";
import { iconSend } from "@veche/ui";
import { memo, useId, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Markdown } from "../message/markdown.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { AboutBar } from "./about-bar.tsx";
import { ComposerField } from "./composer-field.tsx";
import type { ComposerProps } from "./composer-props.ts";
import { ComposerTools } from "./composer-tools.tsx";
import { hasMarkup } from "./has-markup.ts";
import { PendingFiles } from "./pending-files.tsx";
import { SendMenu } from "./send-menu.tsx";
import { SuggestionList } from "./suggestion-list.tsx";
import { useWriting, type Writing } from "./use-writing.ts";
import { VoiceButton } from "./voice-button.tsx";
import styles from "./composer.module.css";

/** Puts words where the caret stands. */
function insert({ field, composing }: Writing, words: string): void {
  const at = field.current?.selectionStart ?? composing.text.length;
  composing.setText(
    composing.text.slice(0, at) + words + composing.text.slice(at),
  );
  queueMicrotask(() => {
    field.current?.focus();
    field.current?.setSelectionRange(at + words.length, at + words.length);
  });
}

function Preview({ writing }: { readonly writing: Writing }) {
  const { t } = useTexts();
  const { preferences } = useMessenger();
  const { showsPreview } = useStore(preferences);
  const { text, body } = writing.composing;
  if (!showsPreview || !hasMarkup(text)) return null;
  return (
    <div
      className={styles["preview"]}
      aria-label={t("compose.preview")}
      role="region"
    >
      <Markdown body={body} />
    </div>
  );
}

function SendButtons({
  writing,
  conversation,
  editing,
}: Pick<ComposerProps, "conversation" | "editing"> & {
  readonly writing: Writing;
}) {
  const { t } = useTexts();
  const { composing } = writing;
  return (
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
  );
}

function Line(
  props: ComposerProps & { readonly writing: Writing; readonly listId: string },
) {
  const { conversation, name, editing, writing, listId } = props;
  const [isRecording, setRecording] = useState(false);
  const { composing, add, wrap } = writing;
  const isEmpty = composing.text.trim() === "" && composing.files.length === 0;
  return (
    <div className={styles["line"]}>
      <ComposerTools
        conversation={conversation}
        onFiles={add}
        onEmoji={(words) => insert(writing, words)}
        onMark={wrap}
        isHidden={isRecording}
      />
      {!isRecording && (
        <ComposerField
          writing={writing}
          conversation={conversation}
          name={name}
          listId={listId}
        />
      )}
      {isEmpty && editing === null ? (
        <VoiceButton
          isRecording={isRecording}
          onRecording={setRecording}
          onRecorded={(file) => composing.addFiles([file], { isVoice: true })}
        />
      ) : (
        <SendButtons
          writing={writing}
          conversation={conversation}
          editing={editing}
        />
      )}
    </div>
  );
}

/** Where one writes. It is not drawn anew while the log beside it moves. */
export const Composer = memo(DrawnComposer);

function DrawnComposer(props: ComposerProps) {
  const { reply, editing, onCancel } = props;
  const { t } = useTexts();
  const listId = useId();
  const writing = useWriting(props);
  const { composing, suggesting } = writing;
  const cancel = () => {
    if (editing !== null) composing.clear();
    onCancel();
  };
  return (
    <div className={styles["composer"]}>
      <AboutBar reply={reply} editing={editing} onCancel={cancel} />
      <Preview writing={writing} />
      <PendingFiles composing={composing} />
      {suggesting.suggestions.length > 0 && (
        <SuggestionList
          id={listId}
          label={t("compose.suggestions")}
          suggestions={suggesting.suggestions}
          active={suggesting.active}
          onChoose={suggesting.choose}
        />
      )}
      <Line {...props} writing={writing} listId={listId} />
    </div>
  );
}
