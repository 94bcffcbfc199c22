import type { Catalogue } from "../../i18n/catalogue.ts";
import type { ladderEn } from "../en/ladder.ts";

/** What is given up on a weak line, step by step; apart from the rest because only a call needs it. */
export const ladderRu = {
  "ladder.full": "картинка целиком",
  "ladder.reduced": "картинка уменьшена",
  "ladder.low": "картинка сильно уменьшена",
  "ladder.no_picture": "камера ждёт, звук идёт",
  "ladder.sound_only": "только звук",
} as const satisfies Catalogue<keyof typeof ladderEn>;
