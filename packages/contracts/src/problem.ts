import { Type, type Static } from "typebox";
import { errorCodes } from "./errors.ts";
import { closed, oneOf } from "./shapes.ts";

/** RFC 9457 problem details, extended by our stable `code` and what a client needs to act on it. */
export const Problem = closed({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: oneOf(errorCodes),
  detail: Type.Optional(Type.String()),
  /** Where the input is wrong: JSON pointers and what was expected there. */
  issues: Type.Optional(
    Type.Array(closed({ path: Type.String(), message: Type.String() }), {
      maxItems: 20,
    }),
  ),
  retryAfterMs: Type.Optional(Type.Integer({ minimum: 0 })),
  /** Names the log line of a failure; the only thing a 5xx tells. */
  reference: Type.Optional(Type.String()),
});
export type Problem = Static<typeof Problem>;
