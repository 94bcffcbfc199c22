import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";
import type { OriginPolicy } from "./origin-policy.ts";

const PREFLIGHT_AGE_S = 600;

/** Lets pages of known sites call what is mounted in this scope, with a bearer token and never with a cookie. */
export async function openToSitePages(
  scope: FastifyInstance,
  origins: OriginPolicy,
): Promise<void> {
  await scope.register(cors, {
    origin: async (origin: string | undefined) =>
      origin !== undefined && origins.isSite(origin),
    credentials: false,
    methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: [
      "authorization",
      "content-type",
      "range",
      "tus-resumable",
      "upload-length",
      "upload-metadata",
      "upload-offset",
    ],
    exposedHeaders: [
      "content-range",
      "location",
      "retry-after",
      "tus-resumable",
      "upload-expires",
      "upload-length",
      "upload-offset",
    ],
    maxAge: PREFLIGHT_AGE_S,
    hideOptionsRoute: true,
  });
}
