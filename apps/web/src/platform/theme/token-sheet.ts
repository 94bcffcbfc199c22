import { tokensCss } from "@veche/ui";

/**
 * Puts the tokens of an accent onto the page and replaces them when it changes. A constructed sheet is no inline
 * style, so the strict content policy needs no exception for it.
 */
export function createTokenSheet(
  page: Document,
): (accentColour: string) => void {
  const sheet = new CSSStyleSheet();
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  return (accentColour) => sheet.replaceSync(tokensCss(accentColour));
}
