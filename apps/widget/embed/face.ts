import type { Language } from "@veche/contracts";

/** What the element on the application's page and the frame inside it tell each other. */
export type FrameSays =
  /** It needs a fresh token. */
  { readonly veche: "token-wanted" };

export type PageSays =
  | { readonly veche: "token"; readonly token: string }
  /** The page has none to give: its own server refused, or it names none. */
  | { readonly veche: "no-token" }
  | { readonly veche: "language"; readonly language: Language };

const isSaid = (data: unknown): data is { readonly veche: unknown } =>
  typeof data === "object" && data !== null && "veche" in data;

export const isFrameWord = (data: unknown): data is FrameSays =>
  isSaid(data) && data.veche === "token-wanted";

export const isPageWord = (data: unknown): data is PageSays =>
  isSaid(data) &&
  (data.veche === "no-token" ||
    (data.veche === "token" &&
      "token" in data &&
      typeof data.token === "string") ||
    (data.veche === "language" &&
      "language" in data &&
      (data.language === "ru" || data.language === "en")));
