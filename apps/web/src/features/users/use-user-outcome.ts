import { useQueryClient } from "@tanstack/react-query";
import { notifyDone, notifyFailure } from "../../platform/kit/notify.ts";
import { RestFailure } from "../../platform/rest/rest-failure.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { DraftField } from "./user-draft.ts";
import { usersKey } from "./users-key.ts";

export type FieldErrors = Partial<Record<DraftField, string>>;

interface OutcomeOptions {
  readonly onClose: () => void;
  readonly setErrors: (errors: FieldErrors) => void;
}

/** What follows the sending of a user: closed and said, or refused beside the field it is about. */
export function useUserOutcome({ onClose, setErrors }: OutcomeOptions) {
  const texts = useTexts();
  const queries = useQueryClient();
  return {
    saved: (message: string) => {
      notifyDone(texts, message);
      onClose();
      return queries.invalidateQueries({ queryKey: usersKey });
    },
    refused: (failure: unknown) => {
      const code = failure instanceof RestFailure ? failure.code : undefined;
      if (code === "user.login_taken")
        setErrors({ login: texts.errors[code].happened });
      else if (code === "auth.weak_password")
        setErrors({ password: texts.errors[code].advice });
      else notifyFailure(texts, failure);
    },
  };
}
