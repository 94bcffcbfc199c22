const allowed = new Set(["http:", "https:", "mailto:", "tel:"]);

/** An address a message may lead to, or null: nothing that runs, and nothing of this device. */
export function safeAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return allowed.has(url.protocol) ? url.href : null;
}
