import type { Chapter } from "../domain/chapters.ts";

/** Chapters as ffmpeg reads them; whatever a name holds stays a name. */
export const chaptersFile = (chapters: readonly Chapter[]): string =>
  [
    ";FFMETADATA1",
    ...chapters.flatMap(({ fromMs, toMs, title }) => [
      "[CHAPTER]",
      "TIMEBASE=1/1000",
      `START=${fromMs}`,
      `END=${Math.max(fromMs, toMs)}`,
      `title=${title.replaceAll(/[=;#\\\n]/g, String.raw`\$&`)}`,
    ]),
    "",
  ].join("\n");
