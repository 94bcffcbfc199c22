import type { TimelineEventOf } from "@veche/contracts";
import type { Texts } from "../texts/texts.tsx";

type Scores = Pick<TimelineEventOf<"request.rated">, "people" | "technology">;

/** "Rated: service 5 of 5, connection 4 of 5". */
export function ratedWords(t: Texts["t"], scores: Scores): string {
  const { people, technology } = scores;
  const words = [
    ...(people === null ? [] : [t("rating.peopleScore", { score: people })]),
    ...(technology === null
      ? []
      : [t("rating.technologyScore", { score: technology })]),
  ];
  return t("rating.note", { scores: words.join(", ") });
}
