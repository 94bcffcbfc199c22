import type { FastifyInstance, FastifyRequest } from "fastify";
import { AppError } from "../app-error.ts";
import type { FileRoute } from "./file-route.ts";
import type { Metrics } from "./metrics.ts";

/** Stored pictures: open to all (logos), shown on other sites too, cached for good. */
export function addFileRoutes(
  app: FastifyInstance,
  fileRoutes: readonly FileRoute[],
): void {
  for (const { path, find } of fileRoutes) {
    app.get<{ Params: Record<string, string> }>(
      path,
      { schema: { hide: true } },
      async (request, reply) => {
        const stored = await find(request.params);
        if (stored === undefined) throw new AppError("request.not_found");
        return reply
          .type(stored.contentType)
          .header("cache-control", "public, max-age=31536000, immutable")
          .header("cross-origin-resource-policy", "cross-origin")
          .header("content-security-policy", "default-src 'none'; sandbox")
          .send(stored.bytes);
      },
    );
  }
}

/** Numbers are for the machine's own collector: anyone else is told that there is nothing here. */
export function addMetricsRoute(
  app: FastifyInstance,
  { registry }: Metrics,
): void {
  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    if (!comesFromThisMachine(request)) throw new AppError("request.not_found");
    return reply.type(registry.contentType).send(await registry.metrics());
  });
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
