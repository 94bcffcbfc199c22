import { createHmac, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  authEndpoints,
  closeReasons,
  MAX_FRAME_BYTES,
  PROTOCOL_VERSION,
  userEndpoints,
  workspaceEndpoints,
  type ClientId,
  type SiteId,
} from "@veche/contracts";
import {
  ApiRefusal,
  openChromium,
  people,
  signIn,
  startWorld,
  visit,
  type World,
} from "@veche/test-world";
import { openRawSocket } from "../faults/injections/raw-socket.ts";
import {
  callFromShop,
  customerAt,
  desk,
  operatorAt,
  seesAndHears,
  unhurried,
  widget,
} from "./cast.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: unhurried });
});
afterAll(async () => {
  // Whatever was thrown at it, the process of the first test is the one that still runs.
  expect(world.server.isRunning()).toBe(true);
  expect(world.server.output()).not.toMatch(/uncaught/i);
  await world[Symbol.asyncDispose]();
});

const refusalOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    (error: unknown) => {
      if (error instanceof ApiRefusal) return error.problem.code;
      throw error;
    },
  );

const post = (
  path: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${world.baseUrl}${path}`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      origin: world.baseUrl,
      ...headers,
    },
  });

const codeOf = async (response: Response): Promise<string> =>
  ((await response.json()) as { readonly code: string }).code;

describe("a password tried again and again", () => {
  it("is refused with a growing wait, and the right one waits too", async () => {
    const place = { baseUrl: world.baseUrl };
    const codes: string[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1)
      codes.push(
        await refusalOf(
          signIn(place, {
            login: people.vera.login,
            password: `wrong ${attempt}`,
          }),
        ),
      );
    expect(codes[0]).toBe("auth.wrong_credentials");
    expect(codes.at(-1)).toBe("auth.locked");
    const locked = await signIn(place, people.vera).catch(
      (error: unknown) => error,
    );
    expect(locked).toMatchObject({
      status: 429,
      problem: { code: "auth.locked" },
    });
    expect((locked as ApiRefusal).problem.retryAfterMs).toBeGreaterThan(0);
    // Somebody else's trouble is not mine.
    expect(await refusalOf(signIn(place, people.admin))).toBe("accepted");
  });
});

describe("a customer's identity token", () => {
  const base64 = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString("base64url");
  const token = (claims: object, secret: string): string => {
    const head = `${base64({ alg: "HS256", typ: "JWT" })}.${base64(claims)}`;
    return `${head}.${createHmac("sha256", secret).update(head).digest("base64url")}`;
  };

  it("is refused when expired, forged or unsigned, and the visit does not begin", async () => {
    const admin = await world.user("admin");
    const { sites } = await admin.call(workspaceEndpoints.listSites);
    const shop = sites.find(({ key }) => key === "demo-shop");
    const { secret } = await admin.call(workspaceEndpoints.rotateSiteSecret, {
      params: { siteId: shop?.id ?? ("" as unknown as SiteId) },
    });
    const nowS = Math.floor(Date.now() / 1000);
    const claims = {
      sub: "customer-1",
      name: "Maria",
      aud: "demo-shop",
      iat: nowS - 60,
      exp: nowS + 240,
    };
    const visitWith = (identityToken: string): Promise<string> =>
      refusalOf(visit({ baseUrl: world.baseUrl }, { identityToken }));
    expect(await visitWith(token(claims, secret))).toBe("accepted");
    expect(
      await visitWith(
        token({ ...claims, iat: nowS - 600, exp: nowS - 300 }, secret),
      ),
    ).toBe("auth.identity_token_expired");
    expect(
      await visitWith(token(claims, "not the site's secret, but long enough")),
    ).toBe("auth.identity_token_invalid");
    expect(
      await visitWith(`${base64({ alg: "none" })}.${base64(claims)}.`),
    ).toBe("auth.identity_token_invalid");
    expect(await visitWith("junk")).toBe("auth.identity_token_invalid");
  });
});

describe("a page of a stranger", () => {
  const stranger = "https://evil.example";

  it("may not open the widget, nor use a signed-in person's cookie", async () => {
    const visitBody = JSON.stringify({
      siteKey: "demo-shop",
      language: "en",
      pageUrl: null,
      pageTitle: null,
    });
    expect(
      await codeOf(
        await post("/api/v1/widget/visits", visitBody, { origin: stranger }),
      ),
    ).toBe("auth.origin_refused");
    const anna = await world.user("anna");
    const response = await post("/api/v1/auth/sign-out", "", {
      origin: stranger,
      cookie: anna.headers["cookie"] ?? "",
    });
    expect(response.status).toBe(403);
    await expect(anna.call(authEndpoints.getMe)).resolves.toMatchObject({
      login: "anna",
    });
  });

  it("may not open a socket with a person's cookie, with a foreign Origin or with none", async () => {
    const anna = await world.user("anna");
    const cookie = anna.headers["cookie"] ?? "";
    await expect(
      openRawSocket({
        baseUrl: world.baseUrl,
        headers: { cookie, origin: stranger },
      }),
    ).rejects.toThrow();
    await expect(
      openRawSocket({ baseUrl: world.baseUrl, headers: { cookie } }),
    ).rejects.toThrow();
    await expect(
      openRawSocket({
        baseUrl: world.baseUrl,
        headers: { cookie, origin: world.baseUrl },
      }),
    ).resolves.toBeDefined();
  });
});

describe("input that nobody sends in good faith", () => {
  it("REST: junk, too much, unknown fields, a poisoned prototype are clear refusals that change nothing", async () => {
    const admin = await world.user("admin");
    const cookie = admin.headers["cookie"] ?? "";
    const before = await admin.call(userEndpoints.listUsers);
    const answers = await Promise.all(
      [
        "{ this is not JSON",
        JSON.stringify({ login: "x".repeat(2_000_000) }),
        JSON.stringify({
          login: "mallory",
          name: "Mallory",
          password: "long enough password",
          roles: ["employee"],
          language: "en",
          isRoot: true,
        }),
        '{"__proto__":{"isAdmin":true},"login":"mallory","name":"M","password":"long enough password","roles":["employee"],"language":"en"}',
        JSON.stringify({
          login: "mallory'; drop table users; --",
          name: "M",
          password: "long enough password",
          roles: ["employee"],
          language: "en",
        }),
      ].map((body) => post("/api/v1/users", body, { cookie })),
    );
    for (const answer of answers) {
      expect(answer.headers.get("content-type")).toContain(
        "application/problem+json",
      );
      expect([400, 413]).toContain(answer.status);
    }
    expect(await admin.call(userEndpoints.listUsers)).toEqual(before);
  });

  it.each<[string, string | Buffer, number]>([
    ["a frame of two megabytes", "x".repeat(2 * 1024 * 1024), 1009],
    ["a frame just over the limit", "x".repeat(MAX_FRAME_BYTES + 1), 1009],
    ["junk JSON", '{"t":', closeReasons.frame_invalid],
    ["a frame of no kind", '{"t":"drop"}', closeReasons.frame_invalid],
    [
      "a hello from the future",
      JSON.stringify({
        t: "hello",
        protocol: PROTOCOL_VERSION + 1,
        deviceId: randomUUID(),
        cursors: {},
      }),
      closeReasons.protocol_unsupported,
    ],
  ])(
    "socket: %s ends this connection with its code",
    async (_words, frame, code) => {
      const anna = await world.user("anna");
      const { socket, closed } = await openRawSocket({
        baseUrl: world.baseUrl,
        headers: anna.headers,
        greets: false,
      });
      socket.send(frame);
      expect(await closed).toBe(code);
    },
  );

  it("socket: a text too long is refused by its code, and the line stays", async () => {
    const customer = await world.customer();
    const send = (body: string) =>
      customer.line.send("message.send", {
        conversationId: customer.conversationId,
        clientId: randomUUID() as unknown as ClientId,
        body,
      });
    await expect(send("щ".repeat(8001))).rejects.toMatchObject({
      code: "request.invalid",
    });
    await expect(send("")).rejects.toMatchObject({ code: "request.invalid" });
    await expect(send("щ".repeat(8000))).resolves.toMatchObject({
      seq: expect.any(Number) as number,
    });
  });
});

it("HTML and SQL in names and messages are letters to whoever reads them", async () => {
  const markup = `<img src=x onerror="document.title='hacked'"><script>document.title='hacked'</script>'; drop table messages; --`;
  await using operator = await openChromium();
  await using customer = await openChromium();
  await operatorAt(operator, world);
  await customerAt(customer, world);
  await callFromShop(customer);
  await operator.press(desk.accept);
  await Promise.all([seesAndHears(operator), seesAndHears(customer)]);
  await customer.press(widget.showChat);
  await customer.fill("Your message", markup);
  await customer.key("Enter");
  await operator.see(markup);
  await operator.fill(/^Message to/, markup);
  await operator.key("Enter");
  await customer.page.getByText(markup).nth(1).waitFor();
  expect(
    [await operator.page.title(), await customer.page.title()].join(),
  ).not.toContain("hacked");
  expect(await operator.page.locator("img[src='x']").count()).toBe(0);
  expect([...operator.problems(), ...customer.problems()]).toEqual([]);
});
