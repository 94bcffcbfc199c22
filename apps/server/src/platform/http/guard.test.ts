import { Type } from "typebox";
import { describe, expect, it } from "vitest";
import { closed, endpoint } from "@veche/contracts";
import {
  anna,
  createTestHttp,
  ownPage,
  publicUrl,
  siteOrigin,
} from "../../../tests/http.ts";
import { createTestClock } from "../../../tests/clock.ts";
import { route } from "./route.ts";
import { createSessionCookie } from "./session-cookie.ts";

const done = closed({ by: Type.String() });
const make = (
  method: "GET" | "POST" | "DELETE",
  path: string,
  access: "public" | "user" | "principal",
) =>
  endpoint({
    method,
    path,
    tag: "Test",
    summary: path,
    access: { kind: access },
    status: 200,
    response: done,
    errors: [],
  });

let changes = 0;
const routes = [
  route(make("POST", "/api/v1/change", "user"), async ({ principal }) => {
    changes += 1;
    return { by: principal.name };
  }),
  route(make("DELETE", "/api/v1/change", "user"), async ({ principal }) => {
    changes += 1;
    return { by: principal.name };
  }),
  route(make("POST", "/api/v1/enter", "public"), async (_context) => ({
    by: "anybody",
  })),
  route(make("POST", "/api/v1/visit", "principal"), async ({ principal }) => ({
    by: principal.name,
  })),
  route(make("GET", "/api/v1/look", "public"), async ({ actor }) => ({
    by: String(actor.address),
  })),
];
const cookie = ownPage.cookie;
const evil = "https://evil.test";

describe("forgery from another site (ASVS 3.5)", () => {
  it.each([
    ["another origin", { cookie, origin: evil }],
    ["a known site's origin", { cookie, origin: siteOrigin }],
    ["an opaque origin", { cookie, origin: "null" }],
    [
      "our host under another port",
      { cookie, origin: `${publicUrl}:81`, host: "veche.test" },
    ],
    [
      "a name that begins like ours",
      { cookie, origin: `${publicUrl}.evil.test` },
    ],
    ["no origin at all", { cookie }],
    [
      "no origin, from another site",
      { cookie, "sec-fetch-site": "cross-site" },
    ],
    ["no origin, from a neighbour", { cookie, "sec-fetch-site": "same-site" }],
  ])("with the cookie and %s changes nothing", async (_what, headers) => {
    await using http = await createTestHttp({ routes });
    changes = 0;
    for (const method of ["POST", "DELETE"] as const) {
      const answer = await http.inject({
        method,
        url: "/api/v1/change",
        headers,
      });
      expect([answer.statusCode, answer.json()]).toMatchObject([
        403,
        { code: "auth.origin_refused" },
      ]);
    }
    expect(changes).toBe(0);
  });

  it("cannot sign anybody in either", async () => {
    await using http = await createTestHttp({ routes });
    const answer = await http.inject({
      method: "POST",
      url: "/api/v1/enter",
      headers: { origin: evil },
    });
    expect(answer.json()).toMatchObject({ code: "auth.origin_refused" });
  });

  it("cannot even be read as a form", async () => {
    await using http = await createTestHttp({ routes });
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "multipart/form-data; boundary=x",
    ]) {
      const answer = await http.inject({
        method: "POST",
        url: "/api/v1/change",
        headers: { ...ownPage, "content-type": type },
        payload: '{"a":1}',
      });
      expect([answer.statusCode, answer.json()]).toMatchObject([
        415,
        { code: "request.unsupported_media_type" },
      ]);
    }
  });

  it.each([
    ["our own page", { cookie, origin: publicUrl }],
    [
      "our own page under the name it was opened by",
      { cookie, origin: "http://10.0.0.7:8080", host: "10.0.0.7:8080" },
    ],
    [
      "our own page of a browser that names no origin",
      { cookie, "sec-fetch-site": "same-origin" },
    ],
  ])("is not seen in a request of %s", async (_what, headers) => {
    await using http = await createTestHttp({ routes });
    const answer = await http.inject({
      method: "POST",
      url: "/api/v1/change",
      headers,
    });
    expect(answer.json()).toEqual({ by: anna.name });
  });

  it("gets no right from a cookie beside a visitor's token", async () => {
    await using http = await createTestHttp({ routes });
    const headers = { cookie, origin: evil, authorization: "Bearer carl" };
    const answer = await http.inject({
      method: "POST",
      url: "/api/v1/change",
      headers,
    });
    expect(answer.json()).toMatchObject({ code: "auth.forbidden" });
  });
});

describe("the session cookie (ASVS 3.3)", () => {
  it("on https is bound to the host, encrypted lines and this site", async () => {
    const held = createSessionCookie("https://veche.example.com");
    expect(held.name).toBe("__Host-veche_session");
    expect(held.read("a=b; __Host-veche_session=token; c=d")).toBe("token");
    expect(held.read("veche_session=token")).toBeUndefined();
    await using http = await createTestHttp({
      publicUrl: "https://veche.example.com",
      cookie: held,
      routes: [
        route(
          make("POST", "/api/v1/enter", "public"),
          async ({ http: { reply } }) => {
            held.set(reply, "token", 60);
            return { by: "" };
          },
        ),
      ],
    });
    const answer = await http.inject({ method: "POST", url: "/api/v1/enter" });
    expect(answer.headers["set-cookie"]).toBe(
      "__Host-veche_session=token; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Lax",
    );
  });
});

describe("rates", () => {
  const slow = { perSecond: 1, burst: 3 };
  const wide = { perSecond: 1000, burst: 1000 };
  const look = { url: "/api/v1/look" } as const;

  it("hold back one address, say for how long, and let it on afterwards", async () => {
    const clock = createTestClock();
    await using http = await createTestHttp({
      routes,
      clock,
      limits: { perAddress: slow, perPrincipal: wide },
    });
    for (let i = 0; i < 3; i += 1)
      expect((await http.inject(look)).statusCode).toBe(200);
    const refused = await http.inject(look);
    expect([
      refused.statusCode,
      refused.json(),
      refused.headers["retry-after"],
    ]).toMatchObject([
      429,
      { code: "request.rate_limited", retryAfterMs: 1000 },
      "1",
    ]);
    const neighbour = await http.inject({ ...look, remoteAddress: "10.0.0.9" });
    expect(neighbour.statusCode).toBe(200);
    clock.advance(1000);
    expect((await http.inject(look)).statusCode).toBe(200);
  });

  it("hold back one principal wherever they come from", async () => {
    await using http = await createTestHttp({
      routes,
      limits: { perAddress: wide, perPrincipal: slow },
    });
    const statuses = [];
    for (let i = 0; i < 4; i += 1) {
      const remoteAddress = `10.0.0.${i}`;
      const answer = await http.inject({
        method: "POST",
        url: "/api/v1/change",
        headers: ownPage,
        remoteAddress,
      });
      statuses.push(answer.statusCode);
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
});

describe("a proxy (ASVS 4.1.3)", () => {
  const forwarded = {
    url: "/api/v1/look",
    headers: { "x-forwarded-for": "203.0.113.9" },
  };

  it("is believed when it is one of ours", async () => {
    await using http = await createTestHttp({
      routes,
      trustedProxies: ["10.0.0.0/8"],
    });
    const answer = await http.inject({
      ...forwarded,
      remoteAddress: "10.1.1.1",
    });
    expect(answer.json()).toEqual({ by: "203.0.113.9" });
    const stranger = await http.inject({
      ...forwarded,
      remoteAddress: "192.0.2.1",
    });
    expect(stranger.json()).toEqual({ by: "192.0.2.1" });
  });

  it("is not believed when none was named", async () => {
    await using http = await createTestHttp({ routes });
    const answer = await http.inject({
      ...forwarded,
      remoteAddress: "10.1.1.1",
    });
    expect(answer.json()).toEqual({ by: "10.1.1.1" });
  });
});
