import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DialogForm } from "../../../platform/kit/dialog-form.tsx";
import { notifyFailure } from "../../../platform/kit/notify.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";

const longestWords = 200;

interface HelpDialogProps {
  readonly onAsk: (words: string | null) => Promise<void>;
  readonly onClose: () => void;
}

/** What the supervisors should know; nothing need be said. */
export function HelpDialog({ onAsk, onClose }: HelpDialogProps) {
  const texts = useTexts();
  const { t } = texts;
  const [text, setText] = useState("");
  const asking = useMutation({
    mutationFn: () => onAsk(text.trim() === "" ? null : text.trim()),
    onSuccess: onClose,
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <DialogForm
      title={t("help.title")}
      words={t("help.go")}
      isBusy={asking.isPending}
      onSubmit={() => asking.mutate()}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t("help.words")}
        description={t("help.wordsAdvice")}
        maxLength={longestWords}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </DialogForm>
  );
}
