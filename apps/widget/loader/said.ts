import type { Language } from "@veche/contracts";

/** What the page said so far; the chat part is born with it. */
export interface Said {
  language: Language | null;
  identityToken: string | null;
}
