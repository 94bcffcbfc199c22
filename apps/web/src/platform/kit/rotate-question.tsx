import { SegmentedControl } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "../texts/texts.tsx";
import { notifyFailure } from "./notify.ts";
import { Question } from "./question.tsx";

/** How long the present secret goes on beside the new one. */
const keepings = { none: 0, hour: 3_600_000, day: 86_400_000 } as const;
type Keeping = keyof typeof keepings;

interface RotateQuestionProps {
  /** Whose secret. */
  readonly name: string;
  readonly rotate: (keepOldForMs: number) => Promise<{ secret: string }>;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

/** A new secret, and when the old one ends. */
export function RotateQuestion({
  name,
  rotate,
  onClose,
  onSecret,
}: RotateQuestionProps) {
  const texts = useTexts();
  const { t } = texts;
  const [keeping, setKeeping] = useState<Keeping>("hour");
  const rotating = useMutation({
    mutationFn: () => rotate(keepings[keeping]),
    onSuccess: ({ secret }) => onSecret(secret),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Question
      title={t("secret.rotateQuestion", { name })}
      advice={t("secret.rotateAdvice")}
      yes={t("secret.rotateYes")}
      isBusy={rotating.isPending}
      onYes={() => rotating.mutate()}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t("secret.keepOld")}
        value={keeping}
        onChange={setKeeping}
        data={(["none", "hour", "day"] as const).map((value) => ({
          value,
          label: t(`secret.keepOld.${value}`),
        }))}
      />
    </Question>
  );
}
