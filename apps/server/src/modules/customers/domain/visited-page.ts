/**
 * The address of the page a customer is on, if it can be shown as a link: a page of one of the site's origins. Another
 * address (`javascript:`, somebody else's site) would be a trap for the operator who follows it.
 */
export function visitedPage(
  pageUrl: string | null,
  origins: readonly string[],
): string | null {
  if (pageUrl === null || !URL.canParse(pageUrl)) return null;
  const url = new URL(pageUrl);
  url.username = "";
  url.password = "";
  return origins.includes(url.origin) && url.href.length <= 2000
    ? url.href
    : null;
}
