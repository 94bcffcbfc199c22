import { useMutation } from "@tanstack/react-query";
import type { Site } from "@veche/contracts";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

interface RotateQuestionProps {
  readonly site: Site;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}

/** A new secret breaks what the old one signed: asked once more. */
export function RotateQuestion({
  site,
  onClose,
  onSecret,
}: RotateQuestionProps) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const rotate = useMutation({
    mutationFn: () => rest("rotateSiteSecret", { params: { siteId: site.id } }),
    onSuccess: ({ secret }) => onSecret(secret),
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Question
      title={t("sites.rotateQuestion", { name: site.name })}
      advice={t("sites.rotateAdvice")}
      yes={t("sites.rotateYes")}
      isBusy={rotate.isPending}
      onYes={() => rotate.mutate()}
      onClose={onClose}
    />
  );
}
