import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Application } from "@veche/contracts";
import { useState } from "react";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { applicationsKey } from "./applications-key.ts";

interface RemoveQuestionProps {
  readonly application: Application;
  readonly onClose: () => void;
}

function useRemoving({ application, onClose }: RemoveQuestionProps) {
  const texts = useTexts();
  const rest = useRest();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      rest("deleteApplication", { params: { applicationId: application.id } }),
    onSuccess: () => {
      notifyDone(texts, texts.t("apps.removed", { name: application.name }));
      onClose();
      return queries.invalidateQueries({ queryKey: applicationsKey });
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}

/** Nothing brings it back: its key is typed first. */
export function RemoveQuestion({ application, onClose }: RemoveQuestionProps) {
  const { t } = useTexts();
  const [typed, setTyped] = useState("");
  const remove = useRemoving({ application, onClose });
  return (
    <Question
      title={t("apps.removeQuestion", { name: application.name })}
      advice={t("apps.removeAdvice")}
      yes={t("apps.remove")}
      isShut={typed.trim() !== application.key}
      isBusy={remove.isPending}
      onYes={() => remove.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t("apps.removeKey", { key: application.key })}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </Question>
  );
}
