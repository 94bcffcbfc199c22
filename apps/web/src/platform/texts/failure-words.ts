import { CommandError } from "@veche/realtime-client";
import type { ErrorText } from "@veche/ui";
import { RestFailure } from "../rest/rest-failure.ts";
import type { Texts } from "./texts.tsx";

export interface FailureWords extends ErrorText {
  /** Names the failure in the server's log, for the administrator. */
  readonly reference: string | undefined;
}

/** Any failure of a REST call or a command in the reader's words; a stranger counts as the server's own. */
export function failureWords(texts: Texts, failure: unknown): FailureWords {
  if (failure instanceof RestFailure && failure.code === "offline")
    return {
      happened: texts.t("failure.offline"),
      advice: texts.t("failure.offlineAdvice"),
      reference: undefined,
    };
  if (failure instanceof RestFailure && failure.code !== "offline")
    return { ...texts.errors[failure.code], reference: failure.reference };
  if (failure instanceof CommandError)
    return { ...texts.errors[failure.code], reference: failure.reference };
  return { ...texts.errors["server.failed"], reference: undefined };
}
