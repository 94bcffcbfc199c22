import {
  MAX_CANNED_ANSWER_LENGTH,
  unknownVariablesIn,
  type CannedAnswer,
  type CannedAnswerFields,
} from "@veche/contracts";

type TextProblem =
  | { readonly key: "canned.textMissing" | "canned.textTooLong" }
  | { readonly key: "canned.variableUnknown"; readonly name: string };

export interface AnswerProblems {
  readonly title?: "canned.titleMissing";
  readonly shortcut?: "canned.shortcutInvalid";
  readonly text?: TextProblem;
}

/** What the form begins with. */
export const draftOf = (
  answer: CannedAnswer | undefined,
): CannedAnswerFields => ({
  title: answer?.title ?? "",
  shortcut: answer?.shortcut ?? "",
  text: answer?.text ?? "",
});

const wellFormed = /^[\p{L}\p{N}_-]{1,30}$/u;

/** As it is sent; a slash that somebody put before the shortcut is not of it. */
export const fieldsOf = ({
  title,
  shortcut,
  text,
}: CannedAnswerFields): CannedAnswerFields => ({
  title: title.trim(),
  shortcut: shortcut.trim().replace(/^\//, "").toLowerCase(),
  text: text.trim(),
});

function problemOfText(text: string): TextProblem | undefined {
  if (text === "") return { key: "canned.textMissing" };
  // A variable that is put in by its button may lead past it.
  if (text.length > MAX_CANNED_ANSWER_LENGTH)
    return { key: "canned.textTooLong" };
  const [name] = unknownVariablesIn(text);
  return name === undefined
    ? undefined
    : { key: "canned.variableUnknown", name: `{{${name}}}` };
}

/** What keeps an answer from being saved. */
export function problemsOf(draft: CannedAnswerFields): AnswerProblems {
  const { title, shortcut, text } = fieldsOf(draft);
  const inText = problemOfText(text);
  return {
    ...(title === "" && { title: "canned.titleMissing" as const }),
    ...(!wellFormed.test(shortcut) && {
      shortcut: "canned.shortcutInvalid" as const,
    }),
    ...(inText !== undefined && { text: inText }),
  };
}
