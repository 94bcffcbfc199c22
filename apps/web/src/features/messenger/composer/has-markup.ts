/** Does a text carry marks whose look is worth showing while it is written? */
export const hasMarkup = (text: string): boolean =>
  /(\*\*.+\*\*|__.+__|_\S.*_|~~.+~~|`.+`|```|^\s*([-*>]|\d+\.)\s|^\|.*\||\[[^\]]+\]\()/m.test(
    text,
  );
