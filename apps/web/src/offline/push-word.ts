/**
 * What a push tells this device; written by the server, encrypted to this browser. `tag`: a newer one of the same tag
 * takes the place of the older. `path`: the page it opens.
 */
export interface PushWord {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  readonly path: string;
  /** Shown, but not heard. */
  readonly isSilent: boolean;
}

const isText = (value: unknown): value is string => typeof value === "string";

/** Reads a push; null where it is not ours, or would open something else than a page of this application. */
export function readPush(data: unknown): PushWord | null {
  if (typeof data !== "object" || data === null) return null;
  const { title, body, tag, path, isSilent } = data as Partial<
    Record<string, unknown>
  >; // each field is checked below
  if (!isText(title) || !isText(body) || !isText(tag) || !isText(path))
    return null;
  return /^\/(?![/\\])/u.test(path)
    ? { title, body, tag, path, isSilent: isSilent === true }
    : null;
}
