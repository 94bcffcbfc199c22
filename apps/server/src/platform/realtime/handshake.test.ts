import { describe, expect, it } from "vitest";
import { closeReasons, type SessionId, type UserId } from "@veche/contracts";
import {
  anna,
  carl,
  createTestHttp,
  ownPage,
  publicUrl,
  siteOrigin,
} from "../../../tests/http.ts";
import {
  createRealtimeWorld,
  type RealtimeWorld,
} from "../../../tests/realtime.ts";
import { systemIds } from "../ids.ts";
import { createTickets, TICKET_LIFETIME_MS } from "./tickets.ts";

const { cookie } = ownPage;

describe("a handshake with the cookie (ASVS 4.4)", () => {
  it.each([
    ["our own page", { cookie, origin: publicUrl }, undefined],
    ["another site's page", { cookie, origin: "https://evil.test" }, "403"],
    ["a known site's page", { cookie, origin: siteOrigin }, "403"],
    ["nobody's page", { cookie, origin: "null" }, "403"],
    ["a caller without an origin", { cookie }, "403"],
    ["a page without a session", { origin: publicUrl }, "401"],
    [
      "a page with an ended one",
      { cookie: "veche_session=old", origin: publicUrl },
      "401",
    ],
  ])("of %s", async (_who, headers, refusal) => {
    await using world = await createRealtimeWorld();
    if (refusal === undefined) await world.connect({ headers });
    else await expect(world.connect({ headers })).rejects.toThrow(refusal);
  });

  it("is not answered elsewhere than at its address", async () => {
    await using world = await createRealtimeWorld();
    await expect(world.connect({ query: "/more" })).rejects.toThrow("404");
  });

  it("offers no compression", async () => {
    await using world = await createRealtimeWorld();
    const client = await world.connect();
    expect(client.line.extensions).toBe("");
  });
});

describe("a handshake with a ticket", () => {
  async function createTicketWorld() {
    const world = await createRealtimeWorld();
    const http = await createTestHttp({
      routes: world.realtime.routes,
      clock: world.clock,
    });
    const ticketFor = async (headers: Record<string, string>) => {
      const answer = await http.inject({
        method: "POST",
        url: "/api/v1/realtime/tickets",
        headers,
      });
      return {
        status: answer.statusCode,
        ...answer.json<{ ticket: string; expiresInMs: number; code: string }>(),
      };
    };
    const use = (ticket: string, origin?: string) =>
      world.connect({
        query: `?ticket=${ticket}`,
        headers: origin === undefined ? {} : { origin },
      });
    return { world, http, ticketFor, use };
  }
  const bearer = { authorization: "Bearer carl" };

  it("opens one socket for the page it was given to", async () => {
    const { world, http, ticketFor, use } = await createTicketWorld();
    await using _edge = http;
    await using _sockets = world;
    const { status, ticket, expiresInMs } = await ticketFor({
      ...bearer,
      origin: siteOrigin,
    });
    expect({ status, expiresInMs }).toEqual({
      status: 201,
      expiresInMs: TICKET_LIFETIME_MS,
    });
    await use(ticket, siteOrigin);
    expect(
      [...world.connections.index.all()].map(({ principal }) => principal),
    ).toEqual([carl]);
    await expect(use(ticket, siteOrigin)).rejects.toThrow("401");
  });

  it("is refused from another page, after 30 seconds, and when it was never given out", async () => {
    const { world, http, ticketFor, use } = await createTicketWorld();
    await using _edge = http;
    await using _sockets = world;
    const stolen = await ticketFor({ ...bearer, origin: siteOrigin });
    await expect(use(stolen.ticket, "https://evil.test")).rejects.toThrow(
      "401",
    );
    await expect(use(stolen.ticket, siteOrigin)).rejects.toThrow("401");
    const late = await ticketFor({ ...bearer, origin: siteOrigin });
    world.clock.advance(TICKET_LIFETIME_MS);
    await expect(use(late.ticket, siteOrigin)).rejects.toThrow("401");
    await expect(use("made-up", siteOrigin)).rejects.toThrow("401");
    await expect(use("", siteOrigin)).rejects.toThrow("401");
  });

  it("is not given to pages that no site names, but is to programs without a page", async () => {
    const { world, http, ticketFor, use } = await createTicketWorld();
    await using _edge = http;
    await using _sockets = world;
    const foreign = await ticketFor({ ...bearer, origin: "https://evil.test" });
    expect(foreign).toMatchObject({ status: 403, code: "auth.origin_refused" });
    expect(await ticketFor({})).toMatchObject({
      status: 401,
      code: "auth.required",
    });
    await use((await ticketFor(bearer)).ticket);
  });

  it("of a session that ended, or of a user who changed, opens nothing", () => {
    const clock = { now: () => new Date(0), monotonicMs: () => 0 };
    const tickets = createTickets({ clock, ids: systemIds });
    const issue = () => tickets.issue(anna, undefined);
    const [one, two, three] = [
      issue(),
      issue(),
      tickets.issue(carl, undefined),
    ];
    tickets.revoke(anna.sessionId);
    expect(
      [one, two].map((ticket) => tickets.redeem(ticket, undefined)),
    ).toEqual([undefined, undefined]);
    const fourth = issue();
    tickets.revokeAll(anna.id);
    expect(tickets.redeem(fourth, undefined)).toBeUndefined();
    expect(tickets.redeem(three, undefined)).toEqual(carl);
  });
});

describe("an open socket", () => {
  const openOf = async (world: RealtimeWorld) => {
    const client = await world.greet();
    await client.live();
    return client;
  };

  it("closes when its session ends, and only then", async () => {
    await using world = await createRealtimeWorld();
    const greeting = await world.connect();
    const client = await openOf(world);
    const end = (sessionId: SessionId) =>
      world.bus.dispatch([
        {
          type: "session.ended",
          userId: anna.id,
          sessionId,
          reason: "revoked",
        },
      ]);
    end("0190a000-0000-7000-8000-00000000dead" as SessionId); // Somebody else's.
    expect(world.realtime.connectedSessions()).toEqual(
      new Set([anna.sessionId]),
    );
    end(anna.sessionId);
    expect(await client.closed()).toBe(closeReasons.session_ended);
    expect(await greeting.closed()).toBe(closeReasons.session_ended);
    expect(world.realtime.connectedSessions().size).toBe(0);
  });

  it("comes back under the new rights when the user's roles change", async () => {
    await using world = await createRealtimeWorld();
    const client = await openOf(world);
    const change = (userId: UserId, fields: string) =>
      world.bus.dispatch([{ type: "user.changed", userId, fields }]);
    change(anna.id, "language");
    change("0190a000-0000-7000-8000-00000000beef" as UserId, "roles"); // Somebody else.
    expect(world.connections.index.size).toBe(1);
    change(anna.id, "roles");
    expect(await client.closed()).toBe(closeReasons.restart);
  });

  it("is one of a bounded number for each principal", async () => {
    await using world = await createRealtimeWorld({
      limits: { maxSocketsPerUser: 2 },
    });
    const first = await world.connect();
    await world.connect();
    await expect(world.connect()).rejects.toThrow("429");
    first.line.close();
    await first.closed();
    await world.connect();
  });

  it("is opened at a bounded rate from one address, and few wait without a hello", async () => {
    await using slow = await createRealtimeWorld({
      limits: { handshakesPerAddress: { perSecond: 1, burst: 2 } },
    });
    await slow.connect();
    await slow.connect();
    await expect(slow.connect()).rejects.toThrow("429");
    slow.clock.advance(1000);
    await slow.connect();
    await using full = await createRealtimeWorld({
      limits: { maxGreeting: 1 },
    });
    await full.connect();
    await expect(full.connect()).rejects.toThrow("429");
  });
});
