/** Bytes kept by a module, served under an address that changes with the content and so is cached for good. */
export interface FileRoute {
  /** Fastify's form, outside `/api`: `/branding/logo/:version`. */
  readonly path: string;
  readonly find: (
    params: Readonly<Record<string, string>>,
  ) => Promise<StoredBytes | undefined>;
}

interface StoredBytes {
  /** A type that browsers never execute: pictures, sound. */
  readonly contentType: "image/png" | "image/webp";
  readonly bytes: Buffer;
}
