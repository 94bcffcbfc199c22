import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  FastifySchema,
} from "fastify";
import {
  closed,
  errorRegistry,
  Problem,
  type Endpoint,
  type ErrorCode,
} from "@veche/contracts";
import { AppError } from "../app-error.ts";
import type { KeyHolder, Principal } from "../principal.ts";
import { isOpenToSites, type Guard } from "./guard.ts";
import { mountByteRoutes, type MountBytesDeps } from "./mount-byte-routes.ts";
import { keyAccessOf, type KeyGuard } from "./key-guard.ts";
import type { OriginPolicy } from "./origin-policy.ts";
import type { Route, RouteContext } from "./route.ts";
import { openToSitePages } from "./site-pages.ts";

const noFields = closed({});

export interface MountDeps {
  readonly routes: readonly Route[];
  readonly guard: Guard;
  readonly keyGuard: KeyGuard;
  readonly origins: OriginPolicy;
  /** Uploads and downloads; the pages of sites may ask for them too. */
  readonly byteRoutes: MountBytesDeps;
}

/** Lets somebody in to an endpoint, or throws the refusal. */
type Doorkeeper = (
  endpoint: Endpoint,
  request: FastifyRequest,
) => Promise<Principal | KeyHolder | undefined>;

/** Mounts the contract's endpoints: those for sites' pages behind CORS, the others without it. */
export async function mountRoutes(
  app: FastifyInstance,
  { routes, guard, keyGuard, origins, byteRoutes }: MountDeps,
): Promise<void> {
  const doorkeeper: Doorkeeper = (endpoint, request) => {
    const keyAccess = keyAccessOf(endpoint);
    return keyAccess === undefined
      ? guard(endpoint, request)
      : keyGuard(keyAccess, request);
  };
  await app.register(async (scope) => {
    await openToSitePages(scope, origins);
    await mountByteRoutes(scope, byteRoutes);
    for (const route of routes) {
      if (isOpenToSites(route.endpoint)) mountRoute(scope, route, doorkeeper);
    }
  });
  for (const route of routes) {
    const { endpoint } = route;
    if (isOpenToSites(endpoint)) continue;
    const { upload } = endpoint;
    if (upload === undefined) {
      mountRoute(app, route, doorkeeper);
      continue;
    }
    // A scope of its own: nowhere else are such bodies accepted.
    await app.register(async (scope) => {
      scope.addContentTypeParser(
        [...upload.contentTypes],
        { parseAs: "buffer", bodyLimit: upload.maxBytes },
        (_request, bytes, done) => done(null, bytes),
      );
      mountRoute(scope, route, doorkeeper);
    });
  }
}

function mountRoute(
  app: FastifyInstance,
  { endpoint, handle }: Route,
  doorkeeper: Doorkeeper,
): void {
  const principals = new WeakMap<FastifyRequest, Principal | KeyHolder>();
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    schema: schemaOf(endpoint),
    ...(endpoint.upload ? { bodyLimit: endpoint.upload.maxBytes } : {}),
    onRequest: async (request) => {
      const principal = await doorkeeper(endpoint, request);
      if (principal !== undefined) principals.set(request, principal);
    },
    preValidation: (request, _reply, done) =>
      done(unexpectedBody(endpoint, request)),
    handler: async (request, reply) => {
      const context = contextOf(request, reply, principals.get(request));
      const answer = await handle(context);
      void reply.code(endpoint.status);
      return endpoint.status === 204 ? reply.send() : answer;
    },
  });
}

function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  principal: Principal | KeyHolder | undefined,
): RouteContext<Endpoint> {
  const context = {
    principal,
    actor: {
      id: principal?.id ?? null,
      name: principal?.name ?? null,
      address: request.ip,
    },
    params: request.params,
    query: request.query,
    body: request.body,
    http: { request, reply },
  };
  // The guard has held the principal against the endpoint's access, and the validator the input against its
  // schemas; `route()` gives both their types back.
  return context as RouteContext<Endpoint>;
}

/** An endpoint that takes no body accepts none, or the empty object that some clients always send. */
function unexpectedBody(
  { body, upload }: Endpoint,
  request: FastifyRequest,
): AppError | undefined {
  if (body !== undefined || upload !== undefined) return undefined;
  const given = request.body;
  if (given === undefined || given === null) return undefined;
  const isEmpty =
    typeof given === "object" &&
    !Array.isArray(given) &&
    Object.keys(given).length === 0;
  if (isEmpty) return undefined;
  return new AppError("request.invalid", {
    issues: [{ path: "", message: "takes no body" }],
  });
}

function schemaOf(endpoint: Endpoint): FastifySchema {
  const { method, params, query, body, upload } = endpoint;
  return {
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(upload ? { consumes: [...upload.contentTypes] } : {}),
    params: params ?? noFields,
    querystring: query ?? noFields,
    ...(body !== undefined && method !== "GET" ? { body } : {}),
    security: securityOf(endpoint),
    response: {
      [endpoint.status]: {
        description: "Done",
        ...(endpoint.status === 204
          ? { type: "null" }
          : { content: { "application/json": { schema: endpoint.response } } }),
      },
      ...problemsOf(endpoint),
    },
  };
}

function securityOf({
  access,
}: Endpoint): readonly Record<string, readonly string[]>[] {
  const cookie = { session: [] };
  const bearer = { visitorToken: [] };
  switch (access.kind) {
    case "public":
      return [];
    case "user":
      return [cookie];
    case "customer":
      return [bearer];
    case "principal":
      return [cookie, bearer];
    case "application":
      return [{ applicationSecret: [] }, { applicationToken: [] }];
    case "embedded":
      return [{ embedToken: [] }];
  }
}

/** Every refusal by its status, for the API's description. */
function problemsOf(endpoint: Endpoint): Record<string, unknown> {
  const common: readonly ErrorCode[] = [
    "request.invalid",
    "request.rate_limited",
    "server.failed",
    "server.draining",
    "server.read_only",
  ];
  const auth: readonly ErrorCode[] =
    endpoint.access.kind === "public"
      ? []
      : keyAccessOf(endpoint) === undefined
        ? ["auth.required", "auth.session_ended", "auth.forbidden"]
        : ["auth.required", "application.refused", "application.token_expired"];
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...endpoint.errors, ...common, ...auth])) {
    const { status } = errorRegistry[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      {
        description: codes.join(" · "),
        content: { "application/problem+json": { schema: Problem } },
      },
    ]),
  );
}
