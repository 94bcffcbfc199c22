import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CannedAnswer } from "@veche/contracts";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { cannedAnswersKey } from "./use-canned-answers.ts";

interface RemoveAnswerProps {
  readonly answer: CannedAnswer;
  readonly onClose: () => void;
}

export function RemoveAnswer({ answer, onClose }: RemoveAnswerProps) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const queries = useQueryClient();
  const { id: answerId, title: name } = answer;
  const remove = useMutation({
    mutationFn: () => rest("deleteCannedAnswer", { params: { answerId } }),
    onSuccess: () => {
      notifyDone(texts, t("canned.removed", { name }));
      onClose();
      return queries.invalidateQueries({ queryKey: cannedAnswersKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Question
      title={t("canned.removeQuestion", { name })}
      advice={t("canned.removeAdvice")}
      yes={t("canned.remove")}
      isBusy={remove.isPending}
      onYes={() => remove.mutate()}
      onClose={onClose}
    />
  );
}
