import { randomBytes } from "node:crypto";
import helmet from "@fastify/helmet";
import type { FastifyInstance, FastifyReply } from "fastify";

const YEAR_S = 31_536_000;

/** What our pages may use of the machine; nothing else, and no frame inside them anything. */
const permissions = [
  "camera=(self)",
  "microphone=(self)",
  "display-capture=(self)",
  "autoplay=(self)",
  "fullscreen=(self)",
  "picture-in-picture=(self)",
  "speaker-selection=(self)",
  "geolocation=()",
  "payment=()",
  "usb=()",
  "serial=()",
  "hid=()",
  "midi=()",
  "browsing-topics=()",
].join(", ");

/**
 * The policy of every page: nothing inline but what carries this answer's nonce (the style element of the
 * component library), nothing from elsewhere, no frames, no plugins, no `<base>`.
 */
export function contentSecurityPolicy(
  publicUrl: string,
  nonce: string | undefined,
): string {
  const url = new URL(publicUrl);
  // Older engines do not let 'self' cover the socket, so it is named too.
  const socket = `${url.protocol === "https:" ? "wss" : "ws"}://${url.host}`;
  const withNonce = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src ${withNonce}`,
    `style-src ${withNonce}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${socket}`,
    "media-src 'self' blob: mediastream:",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/** Replaces the policy of one answer. */
export function setContentSecurityPolicy(
  reply: FastifyReply,
  policy: string,
): void {
  void reply.header("content-security-policy", policy);
}

export async function addSecurityHeaders(
  app: FastifyInstance,
  publicUrl: string,
): Promise<void> {
  const isSecure = publicUrl.startsWith("https:");
  await app.register(helmet, {
    // Written by hand below: it differs by page, and helmet would add directives of its own.
    contentSecurityPolicy: false,
    strictTransportSecurity: isSecure
      ? { maxAge: YEAR_S, includeSubDomains: true }
      : false,
    referrerPolicy: { policy: "strict-origin-when-cross-origin" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
  });
  const policy = contentSecurityPolicy(publicUrl, undefined);
  app.addHook("onRequest", (_request, reply, done) => {
    setContentSecurityPolicy(reply, policy);
    void reply.header("permissions-policy", permissions);
    done();
  });
}
