import { createHash } from "node:crypto";
import {
  authEndpoints,
  type PrincipalId,
  type SessionId,
} from "@veche/contracts";
import { AppError } from "../app-error.ts";
import type { Clock } from "../clock.ts";
import type { OriginPolicy } from "../http/origin-policy.ts";
import { route, type Route } from "../http/route.ts";
import type { Ids } from "../ids.ts";
import type { Principal } from "../principal.ts";

export const TICKET_LIFETIME_MS = 30_000;
const MAX_TICKETS = 20_000;

interface Ticket {
  readonly principal: Principal;
  readonly origin: string | undefined;
  readonly expiresAtMs: number;
}

/** Tickets open one socket each, soon; only their hashes are kept. */
export interface Tickets {
  /** Binds the ticket to the page it was given to. */
  issue(principal: Principal, origin: string | undefined): string;
  /** Whose ticket it is, once; undefined when it is used up, too old, unknown, or shown by another page. */
  redeem(ticket: string, origin: string | undefined): Principal | undefined;
  revoke(sessionId: SessionId): void;
  revokeAll(principalId: PrincipalId): void;
}

export interface TicketsDeps {
  readonly clock: Clock;
  readonly ids: Ids;
}

export function createTickets({ clock, ids }: TicketsDeps): Tickets {
  const tickets = new Map<string, Ticket>();

  const dropOld = (): void => {
    for (const [hash, { expiresAtMs }] of tickets) {
      // In order of issue: the first one still good ends the look.
      if (expiresAtMs > clock.monotonicMs() && tickets.size <= MAX_TICKETS)
        break;
      tickets.delete(hash);
    }
  };

  return {
    issue(principal, origin) {
      const ticket = ids.secret();
      const expiresAtMs = clock.monotonicMs() + TICKET_LIFETIME_MS;
      tickets.set(hashOf(ticket), { principal, origin, expiresAtMs });
      dropOld();
      return ticket;
    },
    redeem(ticket, origin) {
      const hash = hashOf(ticket);
      const found = tickets.get(hash);
      tickets.delete(hash);
      const isGood =
        found !== undefined &&
        found.expiresAtMs > clock.monotonicMs() &&
        found.origin === origin;
      return isGood ? found.principal : undefined;
    },
    revoke(sessionId) {
      for (const [hash, { principal }] of tickets) {
        if (principal.kind === "user" && principal.sessionId === sessionId)
          tickets.delete(hash);
      }
    },
    revokeAll(principalId) {
      for (const [hash, { principal }] of tickets)
        if (principal.id === principalId) tickets.delete(hash);
    },
  };
}

const hashOf = (ticket: string): string =>
  createHash("sha256").update(ticket).digest("base64");

/** A page gets a ticket only when it is ours or a known site's; a program without an origin gets one for itself. */
export function ticketRoute(tickets: Tickets, origins: OriginPolicy): Route {
  return route(
    authEndpoints.createRealtimeTicket,
    async ({ principal, http: { request } }) => {
      const { origin, host } = request.headers;
      const isKnown =
        origin === undefined ||
        origins.isOwn(origin, host) ||
        (await origins.isSite(origin));
      if (!isKnown) throw new AppError("auth.origin_refused");
      return {
        ticket: tickets.issue(principal, origin),
        expiresInMs: TICKET_LIFETIME_MS,
      };
    },
  );
}
