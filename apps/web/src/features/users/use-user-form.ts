import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { User } from "@veche/contracts";
import { useState } from "react";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { RestFailure } from "../../platform/rest/rest-failure.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  changesOf,
  draftOf,
  problemsOf,
  type DraftField,
  type UserDraft,
} from "./user-draft.ts";
import { usersKey } from "./users-key.ts";

/** The draft of a user, what is wrong with it, and its sending. */
export function useUserForm(user: User | undefined, onClose: () => void) {
  const texts = useTexts();
  const { t } = texts;
  const rest = useRest();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<UserDraft>(() =>
    draftOf(user, texts.language),
  );
  const [errors, setErrors] = useState<Partial<Record<DraftField, string>>>({});

  const refused = (failure: unknown) => {
    const code = failure instanceof RestFailure ? failure.code : undefined;
    if (code === "user.login_taken")
      setErrors({ login: texts.errors[code].happened });
    else if (code === "auth.weak_password")
      setErrors({ password: texts.errors[code].advice });
    else notifyFailure(texts, failure);
  };
  const saved = (message: string) => {
    notifyDone(message);
    onClose();
    return queries.invalidateQueries({ queryKey: usersKey });
  };
  const save = useMutation({
    mutationFn: () =>
      user === undefined
        ? rest("createUser", {
            body: {
              ...draft,
              name: draft.name.trim(),
              roles: [...draft.roles],
            },
          })
        : rest("updateUser", {
            params: { userId: user.id },
            body: changesOf(user, draft),
          }),
    onSuccess: ({ name }) =>
      saved(user === undefined ? t("users.created", { name }) : t("saved")),
    onError: refused,
  });
  const switchState = useMutation({
    mutationFn: (known: User) =>
      rest("updateUser", {
        params: { userId: known.id },
        body: { isDisabled: known.disabledAt === null },
      }),
    onSuccess: () => saved(t("saved")),
    onError: refused,
  });
  const submit = () => {
    const problems = problemsOf(draft, user === undefined ? "new" : "old");
    const entries = Object.entries(problems).map(([field, key]) => [
      field,
      t(key),
    ]);
    setErrors(Object.fromEntries(entries));
    if (entries.length === 0) save.mutate();
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
