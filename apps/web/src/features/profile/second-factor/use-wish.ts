import { useMutation, useQueryClient } from "@tanstack/react-query";
import { notifyDone, notifyFailure } from "../../../platform/kit/notify.ts";
import {
  isTurnedDown,
  makePasskey,
} from "../../../platform/second-factor/passkeys.ts";
import type { Rest } from "../../../platform/rest/rest-client.ts";
import { useRest } from "../../../platform/services.tsx";
import { useTexts, type Texts } from "../../../platform/texts/texts.tsx";
import type { FactorDialog, Wish } from "./factor-dialog.ts";

export const factorsKey = ["second-factors"] as const;

export interface Shown {
  readonly wish: Wish;
  readonly password: string;
  /** What a new passkey is to be called. */
  readonly name: string;
}

const none: FactorDialog = { kind: "none" };
const codesOrNone = (codes: readonly string[] | null): FactorDialog =>
  codes === null ? none : { kind: "codes", codes };

async function addPasskey(
  rest: Rest,
  { password, name }: Shown,
): Promise<FactorDialog> {
  const body = { password };
  const { ticket, options } = await rest("askForNewPasskey", { body });
  const answer = await makePasskey(options);
  const { recoveryCodes } = await rest("addPasskey", {
    body: { ticket, answer, name },
  });
  return codesOrNone(recoveryCodes);
}

/** Does what was wished for; settles with what is shown next. */
async function fulfil(rest: Rest, shown: Shown): Promise<FactorDialog> {
  const { wish, password } = shown;
  const body = { password };
  switch (wish.kind) {
    case "totp":
      return { kind: "totp", enrolment: await rest("beginTotp", { body }) };
    case "passkey":
      return addPasskey(rest, shown);
    case "codes": {
      const { recoveryCodes } = await rest("makeRecoveryCodes", { body });
      return { kind: "codes", codes: recoveryCodes };
    }
    case "remove_totp":
      await rest("removeTotp", { body });
      return none;
    case "remove_passkey": {
      const params = { passkeyId: wish.passkey.id };
      await rest("removePasskey", { params, body });
      return none;
    }
  }
}

const doneWords = ({ kind }: Wish, { t }: Texts): string | undefined => {
  if (kind === "passkey") return t("factor.passkeyAdded");
  return kind === "remove_totp" || kind === "remove_passkey"
    ? t("factor.removed")
    : undefined;
};

/** Fulfils a wish after the password, and says what became of it. */
export function useWish(onDialog: (next: FactorDialog) => void) {
  const texts = useTexts();
  const rest = useRest();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (shown: Shown) => fulfil(rest, shown),
    onSuccess: (next, { wish }) => {
      const words = doneWords(wish, texts);
      if (words !== undefined) notifyDone(texts, words);
      onDialog(next);
      return client.invalidateQueries({ queryKey: factorsKey });
    },
    onError: (failure) => {
      if (!isTurnedDown(failure)) notifyFailure(texts, failure);
    },
  });
}
