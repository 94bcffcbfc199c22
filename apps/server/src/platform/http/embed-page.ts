import { readFile } from "node:fs/promises";
import path from "node:path";
import type { FastifyInstance } from "fastify";
import { AppError } from "../app-error.ts";
import {
  contentSecurityPolicy,
  setContentSecurityPolicy,
} from "./security-headers.ts";

export interface EmbedPageOptions {
  /** The built widget, beside which the frame's page lies. */
  readonly widgetFolder: string;
  readonly publicUrl: string;
  /** Whose pages may hold the frame; undefined: there is no such application. */
  readonly frameAncestors: (
    applicationKey: string,
  ) => Promise<readonly string[] | undefined>;
}

/** The page inside `<veche-conversation>`: the only one of ours that may stand in a frame, and in whose pages. */
export function addEmbedPage(
  app: FastifyInstance,
  { widgetFolder, publicUrl, frameAncestors }: EmbedPageOptions,
): void {
  app.get<{ Params: { readonly application: string } }>(
    "/embed/:application",
    { schema: { hide: true } },
    async (request, reply) => {
      const origins = await frameAncestors(request.params.application);
      if (origins === undefined) throw new AppError("request.not_found");
      const html = await readFile(
        path.join(widgetFolder, "embed/page.html"),
        "utf8",
      ).catch((cause: unknown) => {
        throw new AppError("request.not_found", { cause });
      });
      const ancestors = origins.length === 0 ? "'none'" : origins.join(" ");
      setContentSecurityPolicy(
        reply,
        contentSecurityPolicy(publicUrl, undefined).replace(
          "frame-ancestors 'none'",
          `frame-ancestors ${ancestors}`,
        ),
      );
      // Older than frame-ancestors, it knows no list: where both stand, browsers hold to the list.
      void reply.removeHeader("x-frame-options");
      return reply
        .type("text/html; charset=utf-8")
        .header("cache-control", "no-store")
        .send(html);
    },
  );
}
