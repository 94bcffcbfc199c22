import { useState } from "preact/hooks";
import type { EmbedTranslator } from "./texts.ts";

const maxLength = 8000;

/** Enter sends, Shift+Enter begins a new line. */
export function Composer({
  t,
  onSend,
}: {
  readonly t: EmbedTranslator["t"];
  readonly onSend: (body: string) => void;
}) {
  const [typed, setTyped] = useState("");
  const body = typed.trim();
  const isTooLong = body.length > maxLength;
  const send = () => {
    if (body === "" || isTooLong) return;
    onSend(body);
    setTyped("");
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isTooLong ? (
        <p class="composer-hint" role="alert">
          {t("field.tooLong")}
        </p>
      ) : null}
      <textarea
        class="field"
        rows={1}
        value={typed}
        aria-label={t("field.name")}
        placeholder={t("field.placeholder")}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While an input method composes, Enter chooses a word.
          if (event.key !== "Enter" || event.shiftKey || event.isComposing)
            return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class="send" disabled={body === "" || isTooLong}>
        {t("field.send")}
      </button>
    </form>
  );
}
