import { useMutation } from "@tanstack/react-query";
import type { User } from "@veche/contracts";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";

/** For somebody who lost their telephone: asked once more, because it makes signing in weaker. */
export function FactorReset({
  user,
  onClose,
}: {
  readonly user: User;
  readonly onClose: () => void;
}) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const reset = useMutation({
    mutationFn: () =>
      rest("resetSecondFactors", { params: { userId: user.id } }),
    onSuccess: () => {
      notifyDone(texts, t("factor.resetDone"));
      onClose();
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
  return (
    <Question
      title={t("factor.resetTitle", { name: user.name })}
      advice={t("factor.resetAdvice")}
      yes={t("factor.reset")}
      isBusy={reset.isPending}
      onYes={() => reset.mutate()}
      onClose={onClose}
    />
  );
}
