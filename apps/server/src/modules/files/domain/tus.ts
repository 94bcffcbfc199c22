/** The version of the protocol, told in every answer. */
export const TUS_VERSION = "1.0.0";

/** The body of a part. */
export const TUS_BODY = "application/offset+octet-stream";

/** A count of bytes as a header tells it; undefined when it is none. */
export function readByteCount(header: unknown): number | undefined {
  if (typeof header !== "string" || !/^\d{1,15}$/.test(header))
    return undefined;
  return Number(header);
}

/** `Upload-Metadata`: pairs of a name and a text in base64; undefined when it can't be read. */
export function readMetadata(
  header: unknown,
): ReadonlyMap<string, string> | undefined {
  if (header === undefined || header === "") return new Map();
  if (typeof header !== "string" || header.length > 4_096) return undefined;
  const pairs = new Map<string, string>();
  for (const part of header.split(",")) {
    const [name = "", value = "", ...rest] = part.trim().split(" ");
    const isRight =
      /^[\w-]{1,40}$/.test(name) &&
      /^[A-Za-z0-9+/]*={0,2}$/.test(value) &&
      rest.length === 0 &&
      !pairs.has(name);
    if (!isRight) return undefined;
    pairs.set(name, Buffer.from(value, "base64").toString("utf8"));
  }
  return pairs;
}
