import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { MAX_FRAME_BYTES, REALTIME_PATH } from "@veche/contracts";
import proxyAddress from "@fastify/proxy-addr";
import { WebSocketServer } from "ws";
import { AppError } from "../app-error.ts";
import { deviceClassOf } from "../http/device-class.ts";
import type { Authenticate } from "../http/http-options.ts";
import type { OriginPolicy } from "../http/origin-policy.ts";
import type { SessionCookie } from "../http/session-cookie.ts";
import type { Log } from "../log.ts";
import type { Principal } from "../principal.ts";
import type { RateLimiter } from "../rate-limiter.ts";
import type { Tickets } from "./tickets.ts";
import { OwnedLine, type OpenLine } from "./web-socket.ts";

export interface UpgradeDeps {
  readonly authenticate: Pick<Authenticate, "session">;
  readonly cookie: SessionCookie;
  readonly origins: OriginPolicy;
  readonly tickets: Tickets;
  readonly trustedProxies: readonly string[];
  readonly handshakes: RateLimiter;
  readonly log: Log;
  /** Is there room for one more, of this principal? Asked before the handshake is answered. */
  readonly mayOpen: (principal: Principal) => boolean;
  readonly isDraining: () => boolean;
  readonly opened: (
    open: OpenLine,
    who: { readonly principal: Principal; readonly address: string },
  ) => void;
}

/** Answers `upgrade` requests of the HTTP server. */
export type UpgradeListener = (
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
) => void;

const refusals = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
} as const;
type Refusal = keyof typeof refusals;

export function createUpgradeListener(deps: UpgradeDeps): UpgradeListener {
  const server = new WebSocketServer({
    noServer: true,
    // Costs 250 KB a connection and leaks lengths of secrets (BREACH).
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    clientTracking: false,
    WebSocket: OwnedLine,
  });
  server.on("wsClientError", (_error, stream) => refuse(stream, 400));
  const isTrusted = proxyAddress.compile([...deps.trustedProxies]);

  return (request, stream, head) => {
    const drop = (): void => void stream.destroy();
    stream.on("error", drop);
    const address = proxyAddress(request, isTrusted);
    admit(request, address, deps)
      .then((admitted) => {
        if (typeof admitted === "number") {
          refuse(stream, admitted);
          return;
        }
        stream.off("error", drop);
        server.handleUpgrade(request, stream, head, (line) => {
          deps.opened({ line, stream }, { principal: admitted, address });
        });
      })
      .catch((error: unknown) => {
        if (error instanceof AppError) {
          refuse(stream, 403);
          return;
        }
        deps.log.warn({ error }, "a handshake failed");
        refuse(stream, 503);
      });
  };
}

async function admit(
  request: IncomingMessage,
  address: string,
  deps: UpgradeDeps,
): Promise<Principal | Refusal> {
  const url = URL.parse(request.url ?? "", "http://server");
  if (url === null) return 400;
  if (url.pathname !== REALTIME_PATH) return 404;
  if (deps.isDraining()) return 503;
  if (deps.handshakes.take(address) > 0) return 429;
  const ticket = url.searchParams.get("ticket");
  const principal =
    ticket === null
      ? await byCookie(request, address, deps)
      : (deps.tickets.redeem(ticket, request.headers.origin) ?? 401);
  if (typeof principal === "number") return principal;
  return deps.mayOpen(principal) ? principal : 429;
}

/** Browsers send the cookie from any page and read answers across origins: the origin must be our own, and named. */
async function byCookie(
  request: IncomingMessage,
  address: string,
  { cookie, origins, authenticate }: UpgradeDeps,
): Promise<Principal | Refusal> {
  const { headers } = request;
  const { origin, host } = headers;
  if (origin === undefined || !origins.isOwn(origin, host)) return 403;
  const token = cookie.read(headers.cookie);
  if (token === undefined) return 401;
  const user = await authenticate.session(token, address);
  return user ? { ...user, device: deviceClassOf(request) } : 401;
}

function refuse(stream: Duplex, status: Refusal): void {
  stream.end(
    `HTTP/1.1 ${String(status)} ${refusals[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
