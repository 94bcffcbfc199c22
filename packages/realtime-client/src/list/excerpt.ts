const longestExcerpt = 200;

/** The first words of a message without Markdown's marks, as a list shows them. */
export const excerptOf = (body: string): string =>
  body
    .replaceAll(/```\w*\n?|[*_~`]{1,3}|^#{1,6} |^> ?|^[-+] /gmu, "")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replaceAll(/\s+/gu, " ")
    .trim()
    .slice(0, longestExcerpt);
