import type { Rating } from "@veche/contracts";
import { changeableMs } from "./domain/judge-rating.ts";
import type { RatingRow } from "./store/tables.ts";

export const presentRating = ({
  people,
  technology,
  comment,
  givenAt,
}: Pick<
  RatingRow,
  "people" | "technology" | "comment" | "givenAt"
>): Rating => ({
  people,
  technology,
  comment,
  givenAt: givenAt.toISOString(),
  changeableUntil: new Date(givenAt.getTime() + changeableMs).toISOString(),
});
