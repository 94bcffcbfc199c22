import { Type, type Static } from "typebox";
import { RequestIdSchema } from "./ids.ts";
import { closed, DisplayName, Instant, nullable } from "./shapes.ts";

/** From 1, very bad, to 5, very good. */
export const RatingScore = Type.Integer({ minimum: 1, maximum: 5 });

/** How it was: with the people, and with picture, sound and page. One of the two at least. */
export const RatingFields = closed({
  people: nullable(RatingScore),
  technology: nullable(RatingScore),
  comment: Type.String({ maxLength: 1000 }),
});
export type RatingFields = Static<typeof RatingFields>;

/** A customer's rating of a session they were served in. */
export const Rating = closed({
  ...RatingFields.properties,
  givenAt: Instant,
  /** Until then it can be changed. */
  changeableUntil: Instant,
});
export type Rating = Static<typeof Rating>;

/** What a link to rate a session shows. */
export const RatingDoor = closed({
  requestId: RequestIdSchema,
  operatorName: nullable(DisplayName),
  endedAt: Instant,
  /** What was given already. */
  rating: nullable(Rating),
});
export type RatingDoor = Static<typeof RatingDoor>;

const answers = closed({
  count: Type.Integer({ minimum: 0 }),
  /** Those of 4 and 5. */
  satisfiedCount: Type.Integer({ minimum: 0 }),
});

/** Ratings of the sessions that ended within some days. CSAT is `satisfiedCount / count`. */
export const RatingSummary = closed({
  /** Sessions in which somebody was served: all could be rated. */
  servedCount: Type.Integer({ minimum: 0 }),
  ratedCount: Type.Integer({ minimum: 0 }),
  people: answers,
  technology: answers,
});
export type RatingSummary = Static<typeof RatingSummary>;
