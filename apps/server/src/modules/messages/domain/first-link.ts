const code = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;
const address =
  /https?:\/\/[^\s<>"'`()[\]]+(?:\([^\s<>"'`()[\]]*\)[^\s<>"'`()[\]]*)*/giu;
const trailing = /[.,:;!?*_~]+$/;
const longest = 2000;

/** The first address in a text that leads out into the web; what stands in code is not meant to be followed. */
export function firstLink(body: string): string | null {
  if (!body.includes("://")) return null;
  for (const [found] of body.replaceAll(code, " ").matchAll(address)) {
    const link = found.replace(trailing, "");
    const url = URL.parse(link);
    if (url?.hostname.includes(".") === true && link.length <= longest)
      return link;
  }
  return null;
}
