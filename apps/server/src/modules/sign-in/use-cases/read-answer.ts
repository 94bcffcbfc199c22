import { AppError } from "../../../platform/app-error.ts";

/** A browser's answer as an object; the library looks at every field of it. Refuses `auth.passkey_refused`. */
export function readAnswer<Answer extends { readonly id: string }>(
  text: string,
): Answer {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === "object" && answer !== null && "id" in answer)
      // The library refuses an answer whose fields are not what the type says.
      return answer as Answer;
    throw new Error("not an answer");
  } catch (cause) {
    throw new AppError("auth.passkey_refused", { cause });
  }
}
