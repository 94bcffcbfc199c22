import { Parser } from "htmlparser2";
import type { LinkPreview } from "@veche/contracts";
import type { GuardedFetch } from "../../../platform/guarded-fetch/guarded-fetch.ts";
import { previewOf, type PageTags } from "../domain/page-tags.ts";

/** Heads of pages are shorter; what lies behind them is not needed. */
const maxBytes = 512 * 1024;

export type PageReading =
  | {
      readonly kind: "read";
      readonly preview: LinkPreview | null;
      /** Where the page's own picture is; null: it has none. */
      readonly pictureUrl: string | null;
    }
  /** The server could not be asked now. */
  | { readonly kind: "later" };

/** A page in a few words, as its own tags describe it; null for one that has none, or may not be asked. */
export async function readPage(
  fetch: GuardedFetch,
  url: string,
): Promise<PageReading> {
  const fetched = await fetch(url, {
    isWanted: (type) => /^(?:text\/html|application\/xhtml\+xml)\b/i.test(type),
    maxBytes,
    cutsAtLimit: true,
  });
  if (!fetched.ok) {
    const isPassing = fetched.reason === "time" || fetched.reason === "network";
    return isPassing ? { kind: "later" } : nothingRead;
  }
  const page = previewOf(tagsOf(decode(fetched.bytes, fetched.contentType)));
  if (page === undefined) return nothingRead;
  const { picture, ...words } = page;
  return {
    kind: "read",
    preview: { url, ...words, pictureId: null },
    pictureUrl:
      picture === null ? null : (URL.parse(picture, fetched.url)?.href ?? null),
  };
}

/** A page that says nothing of itself, or may not be asked. */
export const nothingRead: PageReading = {
  kind: "read",
  preview: null,
  pictureUrl: null,
};

/** A picture of a page; larger ones are shown to nobody. */
const maxPictureBytes = 2 * 1024 * 1024;

/** The bytes of a page's picture; undefined where there is none to be had. What they truly are is seen later. */
export async function readPicture(
  fetch: GuardedFetch,
  url: string,
): Promise<Buffer | undefined> {
  const fetched = await fetch(url, {
    isWanted: (type) => /^image\/(?:png|jpeg|webp|gif|avif)\b/i.test(type),
    maxBytes: maxPictureBytes,
    cutsAtLimit: false,
  });
  return fetched.ok ? fetched.bytes : undefined;
}

const named = /charset\s*=\s*["']?([\w-]+)/i;
/** A page names its own encoding near its beginning. */
const nearBeginningBytes = 2_048;

function decode(bytes: Buffer, contentType: string): string {
  const beginning = bytes.subarray(0, nearBeginningBytes).toString("latin1");
  const label = (named.exec(contentType) ?? named.exec(beginning))?.[1];
  try {
    return new TextDecoder(label ?? "utf-8").decode(bytes);
  } catch {
    // An encoding nobody knows: what is written in plain letters can still be read.
    return new TextDecoder().decode(bytes);
  }
}

function tagsOf(html: string): PageTags {
  const metas = new Map<string, string>();
  let title = "";
  let isInTitle = false;
  let isOver = false;
  const parser = new Parser({
    onopentag(name, { property, name: metaName, content }) {
      if (name === "body") isOver = true;
      if (name === "title" && title === "") isInTitle = true;
      const key = (property ?? metaName)?.toLowerCase();
      if (name === "meta" && key !== undefined && content !== undefined)
        if (!metas.has(key)) metas.set(key, content);
    },
    ontext(text) {
      if (isInTitle && !isOver) title += text;
    },
    onclosetag(name) {
      if (name === "title") isInTitle = false;
    },
  });
  parser.end(html);
  return { title, metas };
}
