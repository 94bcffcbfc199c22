import { SegmentedControl } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import type { Application } from "@veche/contracts";
import { useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

/** How long the present secret goes on beside the new one. */
const keepings = { none: 0, hour: 3_600_000, day: 86_400_000 } as const;
type Keeping = keyof typeof keepings;

interface RotateQuestionProps {
  readonly application: Application;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

function useRotating({
  application,
  onSecret,
}: Omit<RotateQuestionProps, "onClose">) {
  const texts = useTexts();
  const rest = useRest();
  return useMutation({
    mutationFn: (keeping: Keeping) =>
      rest("rotateApplicationSecret", {
        params: { applicationId: application.id },
        body: { keepOldForMs: keepings[keeping] },
      }),
    onSuccess: ({ secret }) => onSecret(secret),
    onError: (failure) => notifyFailure(texts, failure),
  });
}

/** A new secret, and when the old one ends. */
export function RotateQuestion({
  application,
  onClose,
  onSecret,
}: RotateQuestionProps) {
  const { t } = useTexts();
  const [keeping, setKeeping] = useState<Keeping>("hour");
  const rotate = useRotating({ application, onSecret });
  return (
    <Question
      title={t("apps.rotateQuestion", { name: application.name })}
      advice={t("apps.rotateAdvice")}
      yes={t("apps.rotateYes")}
      isBusy={rotate.isPending}
      onYes={() => rotate.mutate(keeping)}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t("apps.keepOld")}
        value={keeping}
        onChange={setKeeping}
        data={(["none", "hour", "day"] as const).map((value) => ({
          value,
          label: t(`apps.keepOld.${value}`),
        }))}
      />
    </Question>
  );
}
