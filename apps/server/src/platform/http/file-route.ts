/** Bytes of a module for whoever has the address. */
export interface FileRoute {
  /** Fastify's form, outside `/api`: `/branding/logo/:version`. */
  readonly path: string;
  /** `for_good`: the address changes with the content. `never`: the address is a secret. */
  readonly cached: "for_good" | "never";
  readonly find: (
    params: Readonly<Record<string, string>>,
  ) => Promise<StoredBytes | undefined>;
}

interface StoredBytes {
  /** A type that browsers never execute: pictures, sound, calendars. */
  readonly contentType:
    "image/png" | "image/webp" | "text/calendar; charset=utf-8";
  readonly bytes: Buffer;
}
