import { useMutation } from "@tanstack/react-query";
import type { User } from "@veche/contracts";
import { useState } from "react";
import { useRest } from "../../platform/services.tsx";
import { useTexts, type Texts } from "../../platform/texts/texts.tsx";
import {
  changesOf,
  draftFields,
  draftOf,
  newUserOf,
  problemsOf,
  type DraftProblems,
  type UserDraft,
} from "./user-draft.ts";
import { useUserOutcome, type FieldErrors } from "./use-user-outcome.ts";

function errorsOf(problems: DraftProblems, t: Texts["t"]): FieldErrors {
  const wrong = draftFields.flatMap((field) => {
    const problem = problems[field];
    return problem === undefined ? [] : [[field, t(problem)] as const];
  });
  return Object.fromEntries(wrong);
}

/** The draft of a user, what is wrong with it, and its sending. */
export function useUserForm(user: User | undefined, onClose: () => void) {
  const { t, language } = useTexts();
  const rest = useRest();
  const [draft, setDraft] = useState<UserDraft>(() => draftOf(user, language));
  const [errors, setErrors] = useState<FieldErrors>({});
  const { saved, refused } = useUserOutcome({ onClose, setErrors });

  const save = useMutation({
    mutationFn: () =>
      user === undefined
        ? rest("createUser", { body: newUserOf(draft) })
        : rest("updateUser", {
            params: { userId: user.id },
            body: changesOf(user, draft),
          }),
    onSuccess: ({ name }) =>
      saved(user === undefined ? t("users.created", { name }) : t("saved")),
    onError: refused,
  });
  const switchState = useMutation({
    mutationFn: ({ id, disabledAt }: User) =>
      rest("updateUser", {
        params: { userId: id },
        body: { isDisabled: disabledAt === null },
      }),
    onSuccess: () => saved(t("saved")),
    onError: refused,
  });
  const submit = () => {
    const wrong = errorsOf(
      problemsOf(draft, user === undefined ? "new" : "old"),
      t,
    );
    setErrors(wrong);
    if (Object.keys(wrong).length === 0) save.mutate();
  };
  const change = (part: Partial<UserDraft>) =>
    setDraft((present) => ({ ...present, ...part }));
  return {
    draft,
    change,
    errors,
    submit,
    isSaving: save.isPending,
    switchState,
  };
}
