import type { Language, QueueId } from "@veche/contracts";
import type { PageQueue, Side, Theme } from "./face.ts";

export interface LoaderOptions {
  readonly siteKey: string;
  readonly queue: PageQueue;
  /** The server's address with a trailing slash. */
  readonly serverUrl: string;
  /** Null: by the page's `<html lang>`, else the site's own. */
  readonly language: Language | null;
  readonly theme: Theme;
  readonly side: Side;
  readonly hasLauncher: boolean;
}

/** What is read of the snippet's `<script>` element. */
export interface Snippet {
  readonly src: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
}

export type OptionsResult =
  | { readonly ok: true; readonly options: LoaderOptions }
  | { readonly ok: false; readonly reason: "no-site" | "no-address" };

/** `ru`, `ru-RU`, `EN_us` → the widget's language; null for one it does not speak. */
export function languageOf(tag: string | null | undefined): Language | null {
  const main = (tag ?? "").slice(0, 2).toLowerCase();
  return main === "ru" || main === "en" ? main : null;
}

/** The words of a page are not trusted to be an id: the server would take no request with another. */
const queueOf = (word = ""): PageQueue =>
  /^[0-9a-f-]{36}$/.test(word) ? { queueId: word as QueueId } : {}; // of the form just looked at

/** Where the server tells how the widget looks on this page, and who is at work for it. */
export const settingsPath = ({
  siteKey,
  queue: { queueId },
}: Pick<LoaderOptions, "siteKey" | "queue">): string =>
  `api/v1/widget/sites/${encodeURIComponent(siteKey)}${queueId === undefined ? "" : `?queueId=${queueId}`}`;

/**
 * Reads the snippet. The server's address is the loader's own one folder up (`/widget/loader.js` → `/`), so a
 * server under a path prefix needs no further option.
 */
export function readOptions({ src, attributes }: Snippet): OptionsResult {
  const siteKey = attributes["site"]?.trim();
  if (siteKey === undefined || siteKey === "")
    return { ok: false, reason: "no-site" };
  if (!URL.canParse(src)) return { ok: false, reason: "no-address" };
  const theme = attributes["theme"];
  return {
    ok: true,
    options: {
      siteKey,
      queue: queueOf(attributes["queue"]),
      serverUrl: new URL("..", src).href,
      language: languageOf(attributes["lang"]),
      theme: theme === "light" || theme === "dark" ? theme : "auto",
      side: attributes["side"] === "left" ? "left" : "right",
      hasLauncher: attributes["launcher"] !== "hidden",
    },
  };
}
