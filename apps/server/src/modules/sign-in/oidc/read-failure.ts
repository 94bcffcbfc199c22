import { AuthorizationResponseError } from "openid-client";
import { NoAnswerError } from "../../../platform/guarded-fetch/guarded-ask.ts";

/** Everything that led to a failure, from the outside in. */
export function* causesOf(error: unknown): Iterable<unknown> {
  let next = error;
  while (next !== undefined && next !== null) {
    yield next;
    next = next instanceof Error ? next.cause : undefined;
  }
}

export const noAnswerIn = (error: unknown): NoAnswerError | undefined =>
  [...causesOf(error)].find((one) => one instanceof NoAnswerError);

/** What became of a sign-in that failed at the provider or with its answer. */
export function failureCode(
  error: unknown,
): "auth.company_denied" | "auth.company_failed" | "auth.company_unreachable" {
  if (noAnswerIn(error) !== undefined) return "auth.company_unreachable";
  return error instanceof AuthorizationResponseError
    ? "auth.company_denied"
    : "auth.company_failed";
}
