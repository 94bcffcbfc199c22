import type { RatingFields } from "@veche/contracts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** So long after its end a session can be rated. */
export const ratingOpenMs = 14 * dayMs;
/** So long after it was given a rating can be changed. */
export const changeableMs = 10 * minuteMs;

const lowest = 2;

/** Something to be looked into: 1 or 2 for either. */
export const isLow = ({
  people,
  technology,
}: Pick<RatingFields, "people" | "technology">): boolean =>
  (people !== null && people <= lowest) ||
  (technology !== null && technology <= lowest);

export const isSameRating = (one: RatingFields, other: RatingFields): boolean =>
  one.people === other.people &&
  one.technology === other.technology &&
  one.comment === other.comment;

/** A rating says something of the people or of the technology. */
export const saysSomething = ({ people, technology }: RatingFields): boolean =>
  people !== null || technology !== null;

export const isRatable = (endedAt: Date, now: Date): boolean =>
  now.getTime() < endedAt.getTime() + ratingOpenMs;

export const isChangeable = (givenAt: Date, now: Date): boolean =>
  now.getTime() < givenAt.getTime() + changeableMs;
