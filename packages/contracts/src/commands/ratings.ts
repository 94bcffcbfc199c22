import { RequestIdSchema } from "../ids.ts";
import { Rating, RatingFields } from "../rating.ts";
import { closed } from "../shapes.ts";
import type { CommandContract } from "./command.ts";

export const ratingCommands = {
  /**
   * A customer rates a session they were served in, once it is over; for ten minutes they may think better of it.
   * The same rating again changes nothing.
   */
  "rating.give": {
    params: closed({ requestId: RequestIdSchema, ...RatingFields.properties }),
    result: Rating,
  },
} as const satisfies Record<string, CommandContract>;
