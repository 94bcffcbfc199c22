import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";
import { useStore } from "../../../platform/store/use-store.ts";
import { useMessenger } from "../messenger-context.tsx";
import type { ComposerProps } from "./composer-props.ts";
import { useComposing, type Composing } from "./use-composing.ts";
import { useSuggestions } from "./use-suggestions.ts";
import { wrapSelection } from "./wrap-selection.ts";

const marks: Readonly<Record<string, string>> = {
  KeyB: "**",
  KeyI: "_",
  KeyE: "`",
};

type Field = RefObject<HTMLTextAreaElement | null>;

/** Files come from the field, from the button, and from what is let go over the conversation. */
function useAdding(composing: Composing, { onFilesRef }: ComposerProps) {
  const add = (files: readonly File[]) =>
    composing.addFiles(files, { isVoice: false });
  const adding = useRef(add);
  useEffect(() => {
    adding.current = add;
  });
  useEffect(() => onFilesRef((files) => adding.current(files)), [onFilesRef]);
  return add;
}

function wrapIn(field: Field, composing: Composing, mark: string): void {
  const { current } = field;
  if (current === null) return;
  const { selectionStart: from, selectionEnd: to } = current;
  const after = wrapSelection({ text: composing.text, from, to }, mark);
  composing.setText(after.text);
  queueMicrotask(() => current.setSelectionRange(after.from, after.to));
}

/** The field of a conversation: what stands in it, and what its keys do. */
export function useWriting(props: ComposerProps) {
  const { conversation, reply, editing, onCancel, onSent, onEditLast } = props;
  const { preferences } = useMessenger();
  const field = useRef<HTMLTextAreaElement>(null);
  const onDone = () => {
    onCancel();
    onSent();
  };
  const composing = useComposing({ conversation, reply, editing, onDone });
  const suggesting = useSuggestions(conversation, composing, field);
  const { sendsOnEnter } = useStore(preferences);
  const add = useAdding(composing, props);
  useEffect(() => field.current?.focus(), [reply, editing, conversation.id]);
  const wrap = (mark: string) => wrapIn(field, composing, mark);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || suggesting.onKey(event)) return;
    const isWithControl = event.ctrlKey || event.metaKey;
    const mark = isWithControl && !event.altKey ? marks[event.code] : undefined;
    const isSending =
      event.key === "Enter" &&
      !event.shiftKey &&
      (isWithControl || sendsOnEnter);
    const isEditing = event.key === "ArrowUp" && composing.text === "";
    if (isSending || isEditing || mark !== undefined) event.preventDefault();
    if (isSending) composing.send();
    else if (mark !== undefined) wrap(mark);
    else if (isEditing) onEditLast();
    else if (event.key === "Escape") onCancel();
  };
  return { field, composing, suggesting, add, wrap, onKeyDown };
}

export type Writing = ReturnType<typeof useWriting>;
