import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import serve, { type FastifyStaticOptions } from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../app-error.ts";
import {
  contentSecurityPolicy,
  newNonce,
  setContentSecurityPolicy,
} from "./security-headers.ts";

/** Where the page's own nonce goes; the build puts this word into its `index.html`. */
const NONCE_MARK = "__CSP_NONCE__";
const HASHED_AGE_MS = 31_536_000_000;
const notPages = [
  "/api/",
  "/widget/",
  "/shop/",
  "/orders/",
  "/embed/",
  "/realtime",
  "/metrics",
  "/assets/",
];

/**
 * What a strict site would send: the demo pages show that the widget needs no exception from it, and that an embedded
 * conversation needs its frame alone.
 */
const demoPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "media-src 'self' blob: mediastream:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

export interface StaticFilesOptions {
  readonly folders: { readonly web: string; readonly widget: string };
  readonly publicUrl: string;
}

export async function serveStaticFiles(
  app: FastifyInstance,
  { folders, publicUrl }: StaticFilesOptions,
): Promise<void> {
  await serveWidget(app, folders.widget);
  for (const name of ["shop", "orders"])
    await serveDemo(app, name, path.join(folders.widget, name));
  const assets = path.join(folders.web, "assets");
  if (existsSync(assets)) {
    await app.register(serve, {
      ...common(assets, "/assets/"),
      immutable: true,
      maxAge: HASHED_AGE_MS,
    });
  }
  const sendPage = createPageSender(
    path.join(folders.web, "index.html"),
    publicUrl,
  );
  await app.register(serveWebFiles(folders.web));
  app.setNotFoundHandler(async (request, reply) => {
    if (!asksForPage(request)) throw new AppError("request.not_found");
    return sendPage(reply);
  });
}

const common = (root: string, prefix: string): FastifyStaticOptions => ({
  root,
  prefix,
  decorateReply: false,
  preCompressed: true,
  index: false,
});

/** The loader keeps its address, so that snippets never change: it is asked anew. Its hashed parts are kept. */
async function serveWidget(app: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(root)) return;
  await app.register(serve, {
    ...common(root, "/widget/"),
    cacheControl: false,
    setHeaders: (reply, file) => {
      void reply.header("access-control-allow-origin", "*");
      void reply.header("cross-origin-resource-policy", "cross-origin");
      void reply.header("timing-allow-origin", "*");
      const isHashed =
        /[-.][\w-]{8,}\.(js|css|woff2|mp3|ogg|wav|svg|png|webp)(\.br|\.gz)?$/.test(
          file,
        );
      void reply.header(
        "cache-control",
        isHashed ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
}

async function serveDemo(
  app: FastifyInstance,
  name: string,
  root: string,
): Promise<void> {
  if (!existsSync(root)) return;
  await app.register(serve, {
    ...common(root, `/${name}/`),
    // Looked up compressed, a folder's page is not found.
    preCompressed: false,
    index: "index.html",
    redirect: true,
    cacheControl: false,
    setHeaders: (reply) => {
      void reply.header("content-security-policy", demoPolicy);
      void reply.header("cache-control", "no-cache");
    },
  });
  app.get(`/${name}`, { schema: { hide: true } }, (_request, reply) =>
    reply.redirect(`/${name}/`),
  );
}

/** Files beside the page: icon, manifest. Listed once, since every other address is a page of the application. */
function serveWebFiles(root: string): (app: FastifyInstance) => Promise<void> {
  return async (app) => {
    if (!existsSync(root)) return;
    await app.register(serve, {
      ...common(root, "/"),
      serve: false,
      decorateReply: true,
      cacheControl: false,
      setHeaders: (reply) =>
        void reply.header("cache-control", "public, max-age=3600"),
    });
    for (const name of await listWebFiles(root))
      app.route({
        method: ["GET", "HEAD"],
        url: `/${name}`,
        schema: { hide: true },
        handler: (_request, reply) => reply.sendFile(name),
      });
  };
}

/** The library could list them too, by patterns: that took a tenth of a start. */
async function listWebFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      path.relative(root, path.join(parentPath, name)),
    )
    .filter((name) => !/^assets\/|^index\.html|\.(?:br|gz)$/u.test(name));
}

function asksForPage({ method, url, headers }: FastifyRequest): boolean {
  return (
    (method === "GET" || method === "HEAD") &&
    /text\/html|\*\/\*/.test(headers.accept ?? "*/*") &&
    !notPages.some((start) => url.startsWith(start))
  );
}

/** The application's page, each time with a fresh nonce for the styles its components add. */
function createPageSender(
  file: string,
  publicUrl: string,
): (reply: FastifyReply) => Promise<FastifyReply> {
  return async (reply) => {
    const html = await readFile(file, "utf8").catch((cause: unknown) => {
      throw new AppError("request.not_found", { cause });
    });
    const nonce = newNonce();
    setContentSecurityPolicy(reply, contentSecurityPolicy(publicUrl, nonce));
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(html.replaceAll(NONCE_MARK, nonce));
  };
}
