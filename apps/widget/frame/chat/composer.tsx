import { messageBodyOf } from "@veche/realtime-client";
import { iconSend } from "@veche/ui";
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { IconButton } from "../parts/icon-button.tsx";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { writeMessage } from "../session/write-message.ts";

const maxHeightPx = 132;

/** The field grows with what is written, up to a few lines. */
function useGrowing(
  field: RefObject<HTMLTextAreaElement | null>,
  typed: string,
) {
  useEffect(() => {
    const { current } = field;
    if (current === null) return;
    current.style.height = "auto";
    current.style.height = `${Math.min(current.scrollHeight, maxHeightPx)}px`;
  }, [field, typed]);
}

interface FieldProps {
  readonly typed: string;
  readonly hasFocus: boolean;
  readonly onType: (typed: string) => void;
  readonly onEnter: () => void;
}

function Field({ typed, hasFocus, onType, onEnter }: FieldProps) {
  const { t } = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (hasFocus) field.current?.focus();
  }, [hasFocus]);
  useGrowing(field, typed);
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <textarea
      ref={field}
      class="field"
      rows={1}
      aria-label={t("chat.field")}
      placeholder={t("message.placeholder")}
      value={typed}
      onInput={(event) => onType(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** The field and its button. Enter sends, Shift+Enter starts a new line. */
export function Composer({ hasFocus }: { readonly hasFocus: boolean }) {
  const widget = useWidget();
  const { t } = useTexts();
  const [typed, setTyped] = useState("");
  const { body, excess } = messageBodyOf(typed);
  const isSendable = body !== "" && excess <= 0;
  const send = () => {
    if (!isSendable) return;
    writeMessage(widget, body);
    setTyped("");
  };
  const type = (next: string) => {
    setTyped(next);
    const conversationId = widget.conversationId();
    if (conversationId !== null) widget.typing.touch(conversationId);
  };
  return (
    <div class="composer">
      {excess > 0 ? (
        <p class="composer-hint" role="alert">
          {t("chat.tooLong", { count: excess })}
        </p>
      ) : null}
      <Field typed={typed} hasFocus={hasFocus} onType={type} onEnter={send} />
      <IconButton
        icon={iconSend}
        label={t("action.send")}
        onPress={send}
        isDisabled={!isSendable}
      />
    </div>
  );
}
