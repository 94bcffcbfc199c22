import type { Catalogue } from "../../i18n/catalogue.ts";

/** What is given up on a weak line, step by step; apart from the rest because only a call needs it. */
export const ladderEn = {
  "ladder.full": "whole picture",
  "ladder.reduced": "picture made smaller",
  "ladder.low": "picture made tiny",
  "ladder.no_picture": "camera waits, sound goes on",
  "ladder.sound_only": "sound only",
} as const satisfies Catalogue;
