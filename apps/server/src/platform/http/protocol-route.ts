import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../app-error.ts";
import type { Clock } from "../clock.ts";
import { createRateLimiter, times, type Rate } from "../rate-limiter.ts";
import { toAppError } from "./problem-reply.ts";

/**
 * A route of a protocol that others wrote (SCIM): its shapes, media type and errors are its own, so it stands outside
 * the REST contract. It is asked by programs with a bearer token and never looks at a cookie: no page can forge it.
 */
export interface ProtocolRoute {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Fastify's form. */
  readonly path: string;
  readonly handle: (context: ProtocolContext) => Promise<ProtocolAnswer>;
  /** What went wrong, in the protocol's own form. */
  readonly refuse: (error: AppError) => ProtocolAnswer;
}

export interface ProtocolContext {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | string[] | undefined>>;
  readonly authorization: string | undefined;
  readonly address: string;
  /** Parsed JSON; undefined when there was none. */
  readonly body: unknown;
}

export interface ProtocolAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; undefined: no body. */
  readonly body?: object;
}

export interface MountProtocolsDeps {
  readonly routes: readonly ProtocolRoute[];
  /** Media types of bodies; all of them JSON. */
  readonly contentTypes: readonly string[];
  readonly clock: Clock;
  readonly rateFactor?: number;
}

/** A directory that is synchronised asks for each person by itself. */
const perAddress: Rate = { perSecond: 50, burst: 500 };

export async function mountProtocols(
  app: FastifyInstance,
  { routes, contentTypes, clock, rateFactor = 1 }: MountProtocolsDeps,
): Promise<void> {
  const limiter = createRateLimiter({
    clock,
    rate: times(perAddress, rateFactor),
  });
  await app.register(async (scope) => {
    const parse = scope.getDefaultJsonParser("error", "error");
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      [...contentTypes],
      { parseAs: "string" },
      (request, text, done) => {
        if (text.length === 0) done(null, undefined);
        else void parse(request, text.toString(), done);
      },
    );
    for (const route of routes) mountOne(scope, route, limiter);
  });
}

function mountOne(
  scope: FastifyInstance,
  { method, path, handle, refuse }: ProtocolRoute,
  limiter: ReturnType<typeof createRateLimiter>,
): void {
  scope.route({
    method,
    url: path,
    schema: { hide: true },
    onRequest: async (request) => {
      const retryAfterMs = limiter.take(request.ip);
      if (retryAfterMs > 0)
        throw new AppError("request.rate_limited", { retryAfterMs });
    },
    errorHandler: (error, _request, reply) => {
      void send(reply, refuse(toAppError(error)));
    },
    handler: async (request, reply) =>
      send(reply, await handle(contextOf(request))),
  });
}

const contextOf = (request: FastifyRequest): ProtocolContext => ({
  // Fastify makes this of the path's own names.
  params: request.params as ProtocolContext["params"],
  // And this is what our own parser of query strings makes.
  query: request.query as ProtocolContext["query"],
  authorization: request.headers.authorization,
  address: request.ip,
  body: request.body,
});

function send(
  reply: FastifyReply,
  { status, headers, body }: ProtocolAnswer,
): FastifyReply {
  void reply.code(status).headers({ "cache-control": "no-store", ...headers });
  return body === undefined
    ? reply.send()
    : reply.serializer(JSON.stringify).send(body);
}
