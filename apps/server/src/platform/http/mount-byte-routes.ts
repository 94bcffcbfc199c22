import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Principal } from "../principal.ts";
import type {
  ByteAnswer,
  ByteRoute,
  OpenByteContext,
  OpenByteRoute,
} from "./byte-route.ts";
import type { Guard } from "./guard.ts";

export interface MountBytesDeps {
  readonly routes: readonly (ByteRoute | OpenByteRoute)[];
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
  route: ByteRoute | OpenByteRoute,
  guard: Guard,
): void {
  const { method, path, access } = route;
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
      const context = contextOf(request, principal);
      if (isOpen(route)) return answer(reply, await route.handle(context));
      if (principal === undefined) throw new Error("the guard let nobody in");
      return answer(reply, await route.handle({ ...context, principal }));
    },
  });
}

const isOpen = (route: ByteRoute | OpenByteRoute): route is OpenByteRoute =>
  route.access.kind === "public";

function contextOf(
  request: FastifyRequest,
  principal: Principal | undefined,
): OpenByteContext {
  return {
    actor: {
      id: principal?.id ?? null,
      name: principal?.name ?? null,
      address: request.ip,
    },
    // Fastify makes this of the path's own names.
    params: request.params as Readonly<Record<string, string>>,
    query: Object.fromEntries(
      new URL(request.url, "http://unused").searchParams,
    ),
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
