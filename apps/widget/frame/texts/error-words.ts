import type { ErrorCode, Language } from "@veche/contracts";
import { customerErrorsEn, customerErrorsRu, type ErrorText } from "@veche/ui";

/** What a visitor is told of a failure; of one that is not theirs to meet, that it is the server's. */
export function errorWords(language: Language, code: ErrorCode): ErrorText {
  const known = language === "ru" ? customerErrorsRu : customerErrorsEn;
  const words: Partial<Record<ErrorCode, ErrorText>> = known;
  return words[code] ?? known["server.failed"];
}
