import { hash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../app-error.ts";
import type { FileRoute } from "./file-route.ts";
import type { Metrics } from "./metrics.ts";

const cacheControls = {
  for_good: "public, max-age=31536000, immutable",
  never: "private, no-store",
} as const satisfies Record<FileRoute["cached"], string>;

/** Open to whoever has the address, shown on other sites too: logos, calendars. */
export function addFileRoutes(
  app: FastifyInstance,
  fileRoutes: readonly FileRoute[],
): void {
  for (const { path, cached, find } of fileRoutes) {
    app.get<{ Params: Record<string, string> }>(
      path,
      { schema: { hide: true } },
      async (request, reply) => {
        const stored = await find(request.params);
        if (stored === undefined) throw new AppError("request.not_found");
        return reply
          .type(stored.contentType)
          .header("cache-control", cacheControls[cached])
          .header("cross-origin-resource-policy", "cross-origin")
          .header("content-security-policy", "default-src 'none'; sandbox")
          .send(stored.bytes);
      },
    );
  }
}

export interface MetricsRouteOptions {
  readonly metrics: Metrics;
  readonly metricsToken?: string | null;
}

/** Numbers are for the machine's own collector, and for whoever shows the token: anyone else finds nothing here. */
export function addMetricsRoute(
  app: FastifyInstance,
  { metrics: { registry }, metricsToken = null }: MetricsRouteOptions,
): void {
  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    if (!comesFromThisMachine(request) && !shows(request, metricsToken))
      throw new AppError("request.not_found");
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function shows({ headers }: FastifyRequest, token: string | null): boolean {
  if (token === null) return false;
  // Of hashes, so that the time it takes tells nothing, not even a length.
  const digest = (text: string) => hash("sha256", text, "buffer");
  return timingSafeEqual(
    digest(headers.authorization ?? ""),
    digest(`Bearer ${token}`),
  );
}

/** The true peer, and no proxy between: one on this machine would make every caller look local. */
function comesFromThisMachine({ socket, headers }: FastifyRequest): boolean {
  const address = socket.remoteAddress ?? "";
  const isLoopback =
    address === "::1" || address.replace("::ffff:", "").startsWith("127.");
  return (
    isLoopback &&
    headers["x-forwarded-for"] === undefined &&
    headers.forwarded === undefined
  );
}
