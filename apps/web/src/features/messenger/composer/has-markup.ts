/** Does a text carry marks whose look is worth showing while it is written? */
export const hasMarkup = (text: string): boolean =>
  /(\*\*|__|~~|`|^\s*([-*>]|\d+\.)\s|^\|.*\||\[[^\]]+\]\()/m.test(text);
