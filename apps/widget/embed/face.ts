import type { ErrorCode, Language } from "@veche/contracts";

/** Why a conversation is not shown: the server's code, or the page had no token to give. */
export type RefusedCode = ErrorCode | "no_token";

export const schemes = ["auto", "light", "dark"] as const;
export type Scheme = (typeof schemes)[number];

/** What the frame tells the element on the application's page around it. */
export type FrameSays =
  /** It needs a fresh token. */
  | { readonly veche: "token-wanted" }
  | { readonly veche: "opened" }
  | { readonly veche: "refused"; readonly code: RefusedCode }
  /** Messages of others that this user has not read, each time it changes. */
  | { readonly veche: "unread"; readonly count: number };

export type PageSays =
  | { readonly veche: "token"; readonly token: string }
  /** The page has none to give: its own server refused, or it names none. */
  | { readonly veche: "no-token" }
  | { readonly veche: "language"; readonly language: Language }
  | { readonly veche: "theme"; readonly theme: Scheme };

/** What was posted, if it is a record that names one of our words. */
function said(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data !== "object" || data === null) return {};
  return Object.fromEntries(Object.entries(data));
}

export function isFrameWord(data: unknown): data is FrameSays {
  const { veche, code, count } = said(data);
  switch (veche) {
    case "token-wanted":
    case "opened":
      return true;
    case "refused":
      return typeof code === "string";
    case "unread":
      return typeof count === "number";
    default:
      return false;
  }
}

export function isPageWord(data: unknown): data is PageSays {
  const { veche, token, language, theme } = said(data);
  switch (veche) {
    case "no-token":
      return true;
    case "token":
      return typeof token === "string";
    case "language":
      return language === "ru" || language === "en";
    case "theme":
      return isScheme(theme);
    default:
      return false;
  }
}

export const isScheme = (text: unknown): text is Scheme =>
  schemes.some((scheme) => scheme === text);
