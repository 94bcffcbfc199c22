import { Type, type Static } from "typebox";
import { QueueIdSchema, UserIdSchema } from "./ids.ts";
import { TimeZone, WorkingHours } from "./people.ts";
import { closed, Day, nullable, oneOf } from "./shapes.ts";

const QueueName = Type.String({
  minLength: 1,
  maxLength: 60,
  pattern: "^[^\\u0000-\\u001f]+$",
});

/** When a queue serves, by the clocks of one time zone. */
export const QueueHours = closed({
  timeZone: TimeZone,
  /** At least one stretch: a queue that never serves leaves its customers without an answer. */
  week: Type.Array(WorkingHours.items, { minItems: 1, maxItems: 21 }),
  /** Days on which it does not serve at all, whatever the week says. */
  holidays: Type.Array(Day, { maxItems: 100, uniqueItems: true }),
});
export type QueueHours = Static<typeof QueueHours>;

/** Who of several free operators is rung; where they are alike, the one idle the longest. */
export const routingStrategies = [
  "longest_idle",
  /** Whose last ring is the longest ago. */
  "round_robin",
  /** Who accepted the fewest sessions in the last eight hours. */
  "fewest_sessions",
] as const;
export type RoutingStrategy = (typeof routingStrategies)[number];

const fields = {
  name: QueueName,
  /** Null: it always serves. */
  hours: nullable(QueueHours),
  /** Whoever waits in a queue of a higher one is served first. */
  priority: Type.Integer({ minimum: 1, maximum: 9 }),
  /** Who is rung for it; none: every operator. */
  operatorIds: Type.Array(UserIdSchema, { maxItems: 500, uniqueItems: true }),
  strategy: oneOf(routingStrategies),
  /** Whose operators are rung too for whoever has waited this long while nobody of this queue is free; null: nobody's. */
  overflow: nullable(
    closed({
      queueId: QueueIdSchema,
      afterSeconds: Type.Integer({ minimum: 0, maximum: 3600 }),
    }),
  ),
  /** For so many days a customer's last operator, when free, is rung before others; 0: never. */
  stickyDays: Type.Integer({ minimum: 0, maximum: 90 }),
  /** Customers are told that a supervisor hears them, while that one is not heard (B15). */
  tellsSupervision: Type.Boolean(),
} as const;

/** A queue as an administrator wants it. */
export const QueueFields = closed(fields);
export type QueueFields = Static<typeof QueueFields>;

/** A queue of which nobody said anything yet: everybody's, always, and like any other. */
export const usualQueue: Omit<QueueFields, "name"> = {
  hours: null,
  priority: 5,
  operatorIds: [],
  strategy: "longest_idle",
  overflow: null,
  stickyDays: 0,
  tellsSupervision: true,
};

/** Where customers wait (B10). */
export const Queue = closed({
  id: QueueIdSchema,
  ...fields,
  /** Where customers come who are sent to no other; it can't be archived. */
  isDefault: Type.Boolean(),
});
export type Queue = Static<typeof Queue>;
