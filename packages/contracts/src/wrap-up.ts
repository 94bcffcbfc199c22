import { Type, type Static } from "typebox";
import { OutcomeIdSchema, RequestIdSchema } from "./ids.ts";
import { closed, Day, Instant, nullable } from "./shapes.ts";

/** The longest wrap-up, extensions included: an hour. */
export const longestWrapUpSeconds = 3600;

const OutcomeWords = Type.String({
  minLength: 1,
  maxLength: 60,
  pattern: "^[^\\u0000-\\u001f]+$",
});

/** What a session came to, in the company's own words. */
export const WrapUpOutcome = closed({
  id: OutcomeIdSchema,
  ru: OutcomeWords,
  en: OutcomeWords,
  /** May be chosen. One that no longer may keeps its words where it was chosen. */
  isOffered: Type.Boolean(),
});
export type WrapUpOutcome = Static<typeof WrapUpOutcome>;

/** What operators do after each customer. */
export const WrapUpRules = closed({
  /** How long an operator is left alone after serving a customer; 0: not at all. */
  seconds: Type.Integer({ minimum: 0, maximum: longestWrapUpSeconds }),
  /** In the order they are shown in. */
  outcomes: Type.Array(WrapUpOutcome),
});
export type WrapUpRules = Static<typeof WrapUpRules>;

/** The same as an administrator wants it; a new outcome has no id yet. */
export const WrapUpWish = closed({
  seconds: WrapUpRules.properties.seconds,
  outcomes: Type.Array(
    closed({
      ...WrapUpOutcome.properties,
      id: nullable(OutcomeIdSchema),
    }),
    { maxItems: 30 },
  ),
});
export type WrapUpWish = Static<typeof WrapUpWish>;

/** What the operator writes down about a session. */
export const WrapUpFields = closed({
  outcomeId: nullable(OutcomeIdSchema),
  note: Type.String({ maxLength: 2000 }),
  /** What is still to be done, and by when. */
  followUp: nullable(
    closed({
      text: Type.String({ minLength: 1, maxLength: 300 }),
      dueOn: nullable(Day),
    }),
  ),
});
export type WrapUpFields = Static<typeof WrapUpFields>;

/** The same as it is kept with the session. */
export const WrapUp = closed({
  outcome: nullable(WrapUpOutcome),
  note: WrapUpFields.properties.note,
  followUp: WrapUpFields.properties.followUp,
  savedAt: Instant,
});
export type WrapUp = Static<typeof WrapUp>;

/** The wrap-up an operator is in. */
export const WrapUpTime = closed({
  requestId: RequestIdSchema,
  until: Instant,
});
export type WrapUpTime = Static<typeof WrapUpTime>;
