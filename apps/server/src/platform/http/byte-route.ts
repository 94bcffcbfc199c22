import type { IncomingHttpHeaders } from "node:http";
import type { Readable } from "node:stream";
import type { Access, Actor } from "@veche/contracts";
import type { Principal } from "../principal.ts";

/**
 * A route that takes or gives bytes as they come, however many: uploads and downloads. Everything else is an
 * `Endpoint` of the contract. Refuses by throwing `AppError`, like those.
 */
export interface ByteRoute {
  readonly method: "GET" | "HEAD" | "POST" | "PATCH" | "DELETE";
  /** Fastify's form. */
  readonly path: string;
  readonly access: Exclude<Access, { kind: "public" }>;
  readonly handle: (context: ByteContext) => Promise<ByteAnswer>;
}

/** One that whoever has the address may ask for: the address holds a secret. */
export interface OpenByteRoute {
  readonly method: "GET" | "HEAD";
  readonly path: string;
  readonly access: Extract<Access, { kind: "public" }>;
  readonly handle: (context: OpenByteContext) => Promise<ByteAnswer>;
}

export interface ByteContext extends OpenByteContext {
  readonly principal: Principal;
}

export interface OpenByteContext {
  readonly actor: Actor;
  /** Those the path names. */
  readonly params: Readonly<Record<string, string>>;
  /** What stands behind the path's question mark; of a name said twice the last. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  /** The body while it arrives; it fails when the other side goes away. */
  readonly body: Readable;
}

export interface ByteAnswer {
  readonly status: 200 | 201 | 204 | 206 | 304 | 412 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Without one the answer has no body, whatever `content-length` tells about it. */
  readonly body?: Readable;
}
