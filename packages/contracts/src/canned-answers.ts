import { Type, type Static } from "typebox";
import { MAX_CANNED_ANSWER_LENGTH } from "./canned-answer-words.ts";
import { CannedAnswerIdSchema } from "./ids.ts";
import { closed, Instant } from "./shapes.ts";

/** A ready-made answer of the office that operators insert into a chat. */
export const CannedAnswer = closed({
  id: CannedAnswerIdSchema,
  title: Type.String({
    minLength: 1,
    maxLength: 100,
    pattern: "^[^\\u0000-\\u001f]+$",
  }),
  /** What one types after a slash to find it; one word, kept in lower case, no two answers have the same. */
  shortcut: Type.String({
    minLength: 1,
    maxLength: 30,
    pattern: "^[\\p{L}\\p{N}_-]+$",
  }),
  /** With variables in double braces. */
  text: Type.String({
    minLength: 1,
    maxLength: MAX_CANNED_ANSWER_LENGTH,
    pattern: "^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$",
  }),
  createdAt: Instant,
  updatedAt: Instant,
});
export type CannedAnswer = Static<typeof CannedAnswer>;

const { title, shortcut, text } = CannedAnswer.properties;

/** The same as it is written. */
export const CannedAnswerFields = closed({ title, shortcut, text });
export type CannedAnswerFields = Static<typeof CannedAnswerFields>;
