import { excerptOf as firstWordsOf } from "@veche/contracts";

const longestExcerpt = 200;

/** The first words of a message without Markdown's marks, as a list shows them; the server cuts them the same. */
export const excerptOf = (body: string): string =>
  firstWordsOf(body, longestExcerpt);
