import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Principal } from "../principal.ts";
import type { ByteAnswer, ByteContext, ByteRoute } from "./byte-route.ts";
import type { Guard } from "./guard.ts";

export interface MountBytesDeps {
  readonly routes: readonly ByteRoute[];
  readonly guard: Guard;
}

/** Mounts routes of bytes in a scope of their own: nowhere else is a body taken that nobody has measured. */
export async function mountByteRoutes(
  app: FastifyInstance,
  { routes, guard }: MountBytesDeps,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, payload, done) =>
      done(null, payload),
    );
    for (const route of routes) mountByteRoute(scope, route, guard);
  });
}

function mountByteRoute(
  scope: FastifyInstance,
  { method, path, access, handle }: ByteRoute,
  guard: Guard,
): void {
  const principals = new WeakMap<FastifyRequest, Principal>();
  scope.route({
    method,
    url: path,
    schema: { hide: true },
    onRequest: async (request) => {
      const principal = await guard({ method, access }, request);
      if (principal !== undefined) principals.set(request, principal);
    },
    errorHandler: (error, request, reply) => {
      // What is left of a refused body is not waited for.
      if (!request.raw.complete) void reply.header("connection", "close");
      scope.errorHandler(error, request, reply);
    },
    handler: async (request, reply) => {
      const principal = principals.get(request);
      if (principal === undefined) throw new Error("the guard let nobody in");
      return answer(reply, await handle(contextOf(request, principal)));
    },
  });
}

function contextOf(request: FastifyRequest, principal: Principal): ByteContext {
  return {
    principal,
    actor: { id: principal.id, name: principal.name, address: request.ip },
    // Fastify makes this of the path's own names.
    params: request.params as Readonly<Record<string, string>>,
    headers: request.headers,
    body: request.raw,
  };
}

function answer(
  reply: FastifyReply,
  { status, headers, body }: ByteAnswer,
): FastifyReply {
  void reply.code(status).headers(headers);
  return body === undefined ? reply.send() : reply.send(body);
}
