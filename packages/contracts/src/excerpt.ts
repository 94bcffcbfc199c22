const marks = /```\w*\n?|[*_~`]{1,3}|^#{1,6} |^> ?|^[-+] /gmu;
const link = /\[([^\]]*)\]\([^)]*\)/gu;

/** The first words of a text without Markdown's marks, in one line: what lists and answers show of a message. */
export const excerptOf = (body: string, longest: number): string =>
  cut(
    body
      .replaceAll(marks, "")
      .replaceAll(link, "$1")
      .replaceAll(/\s+/gu, " ")
      .trim(),
    longest,
  );

/** At most so many UTF-16 units, no half of a pair at the end. */
const cut = (text: string, longest: number): string =>
  text.slice(0, longest).replace(/[\ud800-\udbff]$/, "");
