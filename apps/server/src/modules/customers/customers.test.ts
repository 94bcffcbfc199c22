import { SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import type {
  ConversationId,
  CustomerId,
  CustomerRequest,
  RequestId,
  Site,
  SiteId,
} from "@veche/contracts";
import { createTestClock } from "../../../tests/clock.ts";
import { createTestDatabase } from "../../../tests/database.ts";
import { createTestHttp } from "../../../tests/http.ts";
import { systemIds } from "../../platform/ids.ts";
import { createLog } from "../../platform/log.ts";
import { createChats, type ChatsTables } from "../chats/index.ts";
import { createCustomers, type CustomersTables } from "./index.ts";

const secret = "0123456789abcdef0123456789abcdef";
const origin = "https://shop.test";
const shop: Site = {
  id: "0190a000-0000-7000-8000-0000000000c5" as SiteId,
  key: "demo-shop",
  name: "Demo shop",
  origins: [origin],
  language: "ru",
  greeting: "Здравствуйте!",
};
const branding = {
  productName: "Veche",
  accentColour: "#1c5fd4",
  logoPath: null,
};

interface VisitAnswer {
  readonly visitorToken: string;
  readonly me: {
    readonly id: CustomerId;
    readonly name: string;
    readonly language: string;
  };
  readonly conversationId: ConversationId;
  readonly request: CustomerRequest | null;
  readonly code?: string;
}

async function openWorld() {
  const test = await createTestDatabase<ChatsTables & CustomersTables>();
  const clock = createTestClock();
  const served = new Map<CustomerId, CustomerRequest>();
  const online = new Set<string>();
  const chats = createChats({
    pictures: { show: async () => undefined },
    database: test.database.narrow<ChatsTables>(),
    clock,
    ids: systemIds,
    bus: test.bus,
    users: { many: async () => [] },
    readers: { mayRead: async () => false },
    tags: { of: async () => new Map() },
    hub: { notify: () => undefined, isConnected: () => false },
    timers: clock,
    log: createLog({ level: "silent", isPretty: false }),
  });
  const customers = createCustomers({
    database: test.database.narrow<CustomersTables>(),
    clock,
    ids: systemIds,
    bus: test.bus,
    chats,
    sites: {
      branding: async () => branding,
      siteByKey: async (key) => (key === shop.key ? shop : undefined),
      siteSecret: async () => secret,
    },
    service: {
      openRequestOf: async (id) => served.get(id) ?? null,
      serviceAt: async () => ({ isStaffed: true, opensAt: null }),
    },
    presence: { isOnline: (id) => online.has(id) },
  });
  const http = await createTestHttp({ routes: customers.routes });
  const visit = async (
    body: Partial<
      Record<
        "siteKey" | "visitorToken" | "identityToken" | "language" | "pageUrl",
        string
      >
    > = {},
    headers: Readonly<Record<string, string>> = { origin },
  ) => {
    const answer = await http.inject({
      method: "POST",
      url: "/api/v1/widget/visits",
      headers,
      payload: {
        siteKey: shop.key,
        language: "ru",
        pageUrl: null,
        pageTitle: null,
        ...body,
      },
    });
    return { status: answer.statusCode, ...answer.json<VisitAnswer>() };
  };
  const signed = (
    claims: object = {},
    { key = secret, lifetimeS = 300, audience = shop.key } = {},
  ) => {
    const nowS = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT({ sub: "17", name: "Ольга Смирнова", ...claims })
      .setProtectedHeader({ alg: "HS256" })
      .setAudience(audience)
      .setIssuedAt(nowS)
      .setExpirationTime(nowS + lifetimeS)
      .sign(new TextEncoder().encode(key));
  };
  const serve = ({ me, conversationId }: VisitAnswer) =>
    void served.set(me.id, openRequest(me.id, conversationId));
  return {
    test,
    clock,
    customers,
    online,
    http,
    visit,
    signed,
    serve,
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await chats[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}

const openRequest = (
  id: CustomerId,
  conversationId: ConversationId,
): CustomerRequest => ({
  id: id as unknown as RequestId,
  conversationId,
  kind: "chat",
  state: "waiting",
  position: 1,
  isStaffed: true,
  heldAt: null,
  operatorName: null,
  transfer: null,
  callId: null,
  createdAt: "2026-03-02T09:00:00.000Z",
  acceptedAt: null,
  endedAt: null,
  endReason: null,
});

describe("the widget's settings", () => {
  it("tell what the widget looks like on a site, and nothing of an unknown one", async () => {
    await using world = await openWorld();
    const ask = (key: string) =>
      world.http.inject({
        url: `/api/v1/widget/sites/${key}`,
        headers: { origin },
      });
    expect((await ask("demo-shop")).json()).toEqual({
      siteKey: "demo-shop",
      branding,
      language: "ru",
      greeting: "Здравствуйте!",
      isStaffed: true,
      opensAt: null,
    });
    expect((await ask("no-such-site")).json()).toMatchObject({
      status: 404,
      code: "site.unknown",
    });
  });
});

describe("an anonymous visit", () => {
  it("begins with a name in the visitor's language and a conversation of their own", async () => {
    await using world = await openWorld();
    const russian = await world.visit();
    const english = await world.visit({ language: "en" });
    expect(russian).toMatchObject({
      status: 200,
      me: { kind: "customer", language: "ru" },
      request: null,
    });
    expect(russian.me.name).toMatch(/^Посетитель \d{4}$/);
    expect(english.me.name).toMatch(/^Visitor \d{4}$/);
    expect(english.conversationId).not.toBe(russian.conversationId);
  });

  it("is resumed by its token, with its open request", async () => {
    await using world = await openWorld();
    const first = await world.visit();
    world.serve(first);
    const second = await world.visit({ visitorToken: first.visitorToken });
    expect(second).toEqual({
      ...first,
      request: expect.objectContaining({ state: "waiting" }) as unknown,
    });
    expect(await world.customers.resolveVisitor(first.visitorToken)).toEqual({
      kind: "customer",
      id: first.me.id,
      name: first.me.name,
      language: "ru",
      siteId: shop.id,
    });
  });

  it("is over after half a year unused, and use keeps it alive", async () => {
    await using world = await openWorld();
    const { visitorToken, me } = await world.visit();
    const daysMs = 24 * 60 * 60 * 1000;
    world.clock.advance(170 * daysMs);
    expect(await world.customers.resolveVisitor(visitorToken)).toMatchObject({
      id: me.id,
    });
    world.clock.advance(170 * daysMs);
    expect(await world.customers.resolveVisitor(visitorToken)).toMatchObject({
      id: me.id,
    });
    world.clock.advance(181 * daysMs);
    expect(await world.customers.resolveVisitor(visitorToken)).toBeUndefined();
    expect((await world.visit({ visitorToken })).me.id).not.toBe(me.id);
  });

  it("leaves nothing in the database when it is long over", async () => {
    await using world = await openWorld();
    const tokens = () =>
      world.test.database.db
        .selectFrom("visits")
        .select("customerId")
        .execute();
    await world.visit();
    await world.visit();
    expect(await tokens()).toHaveLength(2);
    world.clock.advance(181 * 24 * 60 * 60 * 1000);
    const { me } = await world.visit();
    expect(await tokens()).toEqual([{ customerId: me.id }]);
  });

  it("an invented token begins another visit", async () => {
    await using world = await openWorld();
    const first = await world.visit();
    const other = await world.visit({ visitorToken: `${first.visitorToken}x` });
    expect(other.me.id).not.toBe(first.me.id);
    expect(await world.customers.resolveVisitor("")).toBeUndefined();
  });

  it("keeps no token that could be read out of the database", async () => {
    await using world = await openWorld();
    const { visitorToken } = await world.visit();
    const [row] = await world.test.database.db
      .selectFrom("visits")
      .selectAll()
      .execute();
    expect(row?.tokenHash).toHaveLength(32);
    expect(JSON.stringify(row)).not.toContain(visitorToken);
  });

  it("is refused to pages of other origins and to callers that are no page, and leaves nothing behind", async () => {
    await using world = await openWorld();
    const refused = { status: 403, code: "auth.origin_refused" };
    expect(
      await world.visit({}, { origin: "https://evil.test" }),
    ).toMatchObject(refused);
    expect(await world.visit({}, { origin: "null" })).toMatchObject(refused);
    expect(await world.visit({}, {})).toMatchObject(refused);
    expect(await world.visit({ siteKey: "no-such-site" })).toMatchObject({
      code: "site.unknown",
    });
    expect(
      await world.test.database.db
        .selectFrom("customers")
        .selectAll()
        .execute(),
    ).toEqual([]);
  });

  it("shows the operator only addresses of the site's own pages", async () => {
    await using world = await openWorld();
    const pageOf = async (pageUrl: string) => {
      const { me } = await world.visit({ pageUrl });
      return (await world.customers.find(me.id))?.pageUrl;
    };
    expect(await pageOf("https://user:pass@shop.test/cart?id=1#top")).toBe(
      "https://shop.test/cart?id=1#top",
    );
    expect(await pageOf("javascript:alert(1)")).toBeNull();
    expect(await pageOf("https://evil.test/")).toBeNull();
    expect(await pageOf("not an address")).toBeNull();
  });
});

it("a customer was last seen when their last page closed", async () => {
  await using world = await openWorld();
  const { me } = await world.visit();
  world.clock.advance(60_000);
  world.test.bus.dispatch([
    { type: "principal.disconnected", kind: "customer", principalId: me.id },
  ]);
  await expect
    .poll(async () => (await world.customers.find(me.id))?.lastSeenAt)
    .toBe("2026-03-02T09:01:00.000Z");
});

describe("a known customer", () => {
  it("is who the site's token names, and names are only text", async () => {
    await using world = await openWorld();
    const name = "<img src=x onerror=alert(1)> '; DROP TABLE customers; --";
    const { me } = await world.visit({
      identityToken: await world.signed({
        name,
        email: "olga@example.org",
        phone: "+7 900 000-00-00",
        attributes: { customer_tier: "gold", note: "a\u0000b" },
      }),
    });
    world.online.add(me.id);
    expect(await world.customers.find(me.id)).toMatchObject({
      name,
      externalId: "17",
      email: "olga@example.org",
      phone: "+7 900 000-00-00",
      attributes: { customer_tier: "gold", note: "a b" },
      isOnline: true,
    });
    expect(await world.test.outboxEvents()).toMatchObject([
      { type: "customer.identified", customerId: me.id, siteId: shop.id },
    ]);
  });

  it("comes back to the same conversation from anywhere, and the token's newest word counts", async () => {
    await using world = await openWorld();
    const first = await world.visit({
      identityToken: await world.signed({ email: "old@example.org" }),
    });
    const second = await world.visit({
      identityToken: await world.signed({ name: "Ольга Иванова" }),
    });
    expect(second).toMatchObject({
      me: { id: first.me.id, name: "Ольга Иванова" },
      conversationId: first.conversationId,
    });
    expect(second.visitorToken).not.toBe(first.visitorToken);
    expect(await world.customers.find(first.me.id)).toMatchObject({
      email: null,
    });
  });

  it("who signs in after writing anonymously keeps the conversation, under a new token", async () => {
    await using world = await openWorld();
    const before = await world.visit();
    const after = await world.visit({
      visitorToken: before.visitorToken,
      identityToken: await world.signed(),
    });
    expect(after).toMatchObject({
      me: { id: before.me.id, name: "Ольга Смирнова" },
      conversationId: before.conversationId,
    });
    expect(after.visitorToken).not.toBe(before.visitorToken);
    expect(
      await world.customers.resolveVisitor(before.visitorToken),
    ).toBeUndefined();
    const again = await world.visit({
      visitorToken: after.visitorToken,
      identityToken: await world.signed(),
    });
    expect(again.visitorToken).toBe(after.visitorToken);
  });

  it("who is known already goes to their own conversation; the anonymous one is left behind", async () => {
    await using world = await openWorld();
    const known = await world.visit({ identityToken: await world.signed() });
    const anonymous = await world.visit();
    const after = await world.visit({
      visitorToken: anonymous.visitorToken,
      identityToken: await world.signed(),
    });
    expect(after.me.id).toBe(known.me.id);
    expect(after.conversationId).toBe(known.conversationId);
    expect(
      await world.customers.resolveVisitor(anonymous.visitorToken),
    ).toBeUndefined();
  });

  it("signing in does not break a request that is being served", async () => {
    await using world = await openWorld();
    await world.visit({ identityToken: await world.signed() });
    const anonymous = await world.visit();
    world.serve(anonymous);
    const after = await world.visit({
      visitorToken: anonymous.visitorToken,
      identityToken: await world.signed(),
    });
    expect(after).toMatchObject({
      visitorToken: anonymous.visitorToken,
      conversationId: anonymous.conversationId,
      me: { name: "Ольга Смирнова" },
    });
    expect(await world.customers.find(anonymous.me.id)).toMatchObject({
      externalId: null,
    });
  });

  it("goes on through the site by the visitor token alone, for half a day of silence", async () => {
    await using world = await openWorld();
    const olga = await world.visit({ identityToken: await world.signed() });
    const hoursMs = 60 * 60 * 1000;
    world.clock.advance(11 * hoursMs);
    expect(await world.visit({ visitorToken: olga.visitorToken })).toEqual(
      olga,
    );
    world.clock.advance(11 * hoursMs);
    expect(await world.visit({ visitorToken: olga.visitorToken })).toEqual(
      olga,
    );
    world.clock.advance(13 * hoursMs);
    const late = await world.visit({ visitorToken: olga.visitorToken });
    expect(late.me.id).not.toBe(olga.me.id);
  });

  it("somebody else who signs in at the same browser gets nothing of theirs", async () => {
    await using world = await openWorld();
    const olga = await world.visit({ identityToken: await world.signed() });
    const ivan = await world.visit({
      visitorToken: olga.visitorToken,
      identityToken: await world.signed({ sub: "18", name: "Иван" }),
    });
    expect(ivan.me).toMatchObject({ name: "Иван" });
    expect(ivan.me.id).not.toBe(olga.me.id);
    expect(ivan.conversationId).not.toBe(olga.conversationId);
    expect(
      await world.customers.resolveVisitor(olga.visitorToken),
    ).toBeUndefined();
  });

  it("two pages opened at once make one customer", async () => {
    await using world = await openWorld();
    const identityToken = await world.signed();
    const visits = await Promise.all(
      Array.from({ length: 6 }, () => world.visit({ identityToken })),
    );
    expect(new Set(visits.map((visit) => visit.me.id)).size).toBe(1);
    expect(
      await world.test.database.db
        .selectFrom("conversations")
        .selectAll()
        .execute(),
    ).toHaveLength(1);
  });
});

describe("an identity token", () => {
  const invalid = { status: 401, code: "auth.identity_token_invalid" };

  it("that is over is said to be over, within a minute of the clocks' difference", async () => {
    await using world = await openWorld();
    const identityToken = await world.signed({}, { lifetimeS: 300 });
    world.clock.advance(359_000);
    expect(await world.visit({ identityToken })).toMatchObject({ status: 200 });
    world.clock.advance(2_000);
    expect(await world.visit({ identityToken })).toMatchObject({
      status: 401,
      code: "auth.identity_token_expired",
    });
  });

  it("that somebody else signed, for another site, for too long or unsigned opens nothing", async () => {
    await using world = await openWorld();
    const none =
      `${btoa('{"alg":"none"}')}.${btoa('{"sub":"17","aud":"demo-shop"}')}.`.replaceAll(
        "=",
        "",
      );
    const bad = [
      await world.signed({}, { key: "another-secret-another-secret-00" }),
      await world.signed({}, { audience: "other-shop" }),
      await world.signed({}, { lifetimeS: 601 }),
      await world.signed({ sub: "" }),
      await world.signed({ sub: 17 }),
      await world.signed({ attributes: { tier: 1 } }),
      none,
      "junk",
    ];
    for (const identityToken of bad) {
      expect(await world.visit({ identityToken })).toMatchObject(invalid);
    }
    expect(
      await world.test.database.db
        .selectFrom("customers")
        .selectAll()
        .execute(),
    ).toEqual([]);
  });

  it("from the future opens nothing", async () => {
    await using world = await openWorld();
    const ahead = createTestClock("2026-03-02T09:02:00.000Z");
    const nowS = Math.floor(ahead.now().getTime() / 1000);
    const later = await new SignJWT({ sub: "17" })
      .setProtectedHeader({ alg: "HS256" })
      .setAudience(shop.key)
      .setIssuedAt(nowS)
      .setExpirationTime(nowS + 60)
      .sign(new TextEncoder().encode(secret));
    expect(await world.visit({ identityToken: later })).toMatchObject(invalid);
  });
});
