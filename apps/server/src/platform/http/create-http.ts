import type { Server } from "node:http";
import cookies from "@fastify/cookie";
import {
  SerializerSelector,
  type Serializer,
  type SerializerFactory,
} from "@fastify/fast-json-stringify-compiler";
import fastify, { type FastifyInstance, type FastifyReply } from "fastify";
import type { TSchema } from "typebox";
import { AppError } from "../app-error.ts";
import { createInputCheck } from "../input-check.ts";
import { addApiDocs } from "./api-docs.ts";
import { answerShape } from "./answer-shape.ts";
import { addEmbedPage } from "./embed-page.ts";
import { createGuard } from "./guard.ts";
import { byteLimits, type HttpOptions } from "./http-options.ts";
import { createKeyGuard } from "./key-guard.ts";
import { mountLetterPages } from "./letter-pages.ts";
import { mountRoutes } from "./mount-routes.ts";
import { operationsRoutes } from "./operations-routes.ts";
import { mountProtocols } from "./protocol-route.ts";
import { sendProblem, toAppError, toProblem } from "./problem-reply.ts";
import {
  convertQuery,
  createQueryCheck,
  parseQueryString,
  type RawQuery,
} from "./query-input.ts";
import { addSecurityHeaders } from "./security-headers.ts";
import { addFileRoutes, addMetricsRoute } from "./side-routes.ts";
import { serveStaticFiles } from "./static-files.ts";

const MAX_BODY_BYTES = 1_048_576;
/** Lines that knock at once and wait to be taken up; the system may allow fewer. */
const BACKLOG = 4_096;
const REQUEST_TIMEOUT_MS = 30_000;
const alwaysAnswered = new Set(["/healthz", "/readyz", "/metrics"]);

export interface Http {
  /** For tests: requests without a port. */
  readonly inject: FastifyInstance["inject"];
  /** The Node server, to which the sockets are attached. */
  readonly server: Server;
  /** Begins to accept requests; settles with the bound port. */
  listen(at: { readonly host: string; readonly port: number }): Promise<number>;
  /** From now on new requests are refused with `server.draining`; running ones finish. */
  drain(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** The REST edge: parses, authenticates, authorises, answers, and tells no more than the contract says. */
export async function createHttp(options: HttpOptions): Promise<Http> {
  const { publicUrl } = options;
  let isDraining = false;
  const app = createApp(options);
  await addSecurityHeaders(app, publicUrl);
  await app.register(cookies);
  refuseWhile(app, () => isDraining);
  observe(app, options);
  await addApiDocs(app, {
    version: options.version,
    cookieName: options.cookie.name,
  });
  const operations = operationsRoutes({
    parts: options.parts,
    isDraining: () => isDraining,
  });
  await mountRoutes(app, {
    routes: [...operations, ...options.routes],
    guard: createGuard(options),
    keyGuard: createKeyGuard(options),
    origins: options.origins,
    byteRoutes: {
      routes: options.byteRoutes ?? [],
      guard: createGuard({ ...options, limits: byteLimits }),
    },
  });
  if (options.protocols !== undefined)
    await mountProtocols(app, { ...options, ...options.protocols });
  addFileRoutes(app, options.fileRoutes ?? []);
  addMetricsRoute(app, options);
  await servePages(app, options);
  await app.ready();

  return {
    inject: app.inject.bind(app),
    server: app.server,
    async listen({ host, port }) {
      await app.listen({ host, port, backlog: BACKLOG });
      const address = app.server.address();
      return typeof address === "object" && address !== null
        ? address.port
        : port;
    },
    drain() {
      isDraining = true;
    },
    async [Symbol.asyncDispose]() {
      await app.close();
    },
  };
}

/** Made when first needed: a start would else spend a third of its time on answers and refusals nobody asks for yet. */
const buildSerializer: SerializerFactory = (...shared) => {
  const compile = SerializerSelector()(...shared);
  return (route) => {
    let serialize: Serializer | undefined;
    const shape = () => ({ ...route, schema: answerShape(route.schema) });
    return (answer) => (serialize ??= compile(shape()))(answer);
  };
};

function createApp({ trustedProxies, log, ids }: HttpOptions): FastifyInstance {
  const answerError = (
    error: unknown,
    _request: unknown,
    reply: FastifyReply,
  ): void => sendProblem(reply, toProblem(toAppError(error), { log, ids }));
  const app = fastify({
    logger: false,
    // What goes wrong before a route is found: an address that cannot be decoded.
    frameworkErrors: answerError,
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    forceCloseConnections: "idle",
    return503OnClosing: true,
    exposeHeadRoutes: false,
    schemaController: { compilersFactory: { buildSerializer } },
    routerOptions: { querystringParser: parseQueryString, maxParamLength: 200 },
  });
  app.setValidatorCompiler(({ schema, httpPart }) =>
    // Every schema of ours is TypeBox; Fastify's own type for it is wider.
    compileInput(schema as TSchema, httpPart),
  );
  app.setErrorHandler(answerError);
  acceptJsonOnly(app);
  return app;
}

async function servePages(
  app: FastifyInstance,
  {
    folders,
    publicUrl,
    letterPages = [],
    frameAncestors = async () => undefined,
  }: HttpOptions,
): Promise<void> {
  await mountLetterPages(app, letterPages);
  addEmbedPage(app, {
    widgetFolder: folders.widget,
    publicUrl,
    frameAncestors,
  });
  await serveStaticFiles(app, { folders, publicUrl });
}

function refuseWhile(app: FastifyInstance, isDraining: () => boolean): void {
  app.addHook("onRequest", (request, _reply, done) =>
    done(
      isDraining() && !alwaysAnswered.has(request.url)
        ? new AppError("server.draining", { retryAfterMs: 1000 })
        : undefined,
    ),
  );
}

function observe(app: FastifyInstance, { metrics, log }: HttpOptions): void {
  app.addHook("onResponse", ({ method, routeOptions }, reply, done) => {
    const route = routeOptions.url ?? "none";
    const { statusCode: status, elapsedTime } = reply;
    metrics.observeRequest(route, status, elapsedTime);
    log.debug({ method, route, status, durationMs: elapsedTime }, "answered");
    done();
  });
}

function compileInput(schema: TSchema, part: string | undefined) {
  const isQuery = part === "querystring";
  const check = isQuery
    ? createQueryCheck(createInputCheck(schema))
    : createInputCheck(schema);
  return (input: unknown) => {
    // The parser of query strings makes exactly this shape.
    const value = isQuery ? convertQuery(schema, input as RawQuery) : input;
    const issues = check(value);
    return issues.length === 0
      ? { value }
      : { error: new AppError("request.invalid", { issues }) };
  };
}

/** Bodies are JSON or nothing: a form of another site cannot even be read. */
function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string" },
    (request, text, done) => {
      // Clients that name the type on a request without a body mean "nothing".
      if (text.length === 0) done(null, undefined);
      else void parse(request, text.toString(), done);
    },
  );
}
