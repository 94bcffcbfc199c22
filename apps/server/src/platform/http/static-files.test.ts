import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createTestHttp } from "../../../tests/http.ts";

const files = {
  "web/index.html":
    '<meta name="csp-nonce" content="__CSP_NONCE__"><script src="/assets/main-abc12345.js"></script>',
  "web/favicon.svg": "<svg/>",
  "web/assets/main-abc12345.js": "main()",
  "web/assets/main-abc12345.js.br": "brotli",
  "widget/loader.js": "loader()",
  "widget/chat-CaXOZ5XL.js": "chat()",
  "widget/shop/index.html": "<h1>Shop</h1>",
  "widget/shop/shop.css": "h1{}",
  "secret.txt": "outside of every folder",
};

async function createWorld(options: Parameters<typeof createTestHttp>[0] = {}) {
  const folder = await mkdtemp(join(tmpdir(), "veche-static-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const http = await createTestHttp({
    folders: { web: join(folder, "web"), widget: join(folder, "widget") },
    ...options,
  });
  return {
    get: (
      url: string,
      headers: Record<string, string> = { accept: "text/html" },
    ) => http.inject({ url, headers }),
    async [Symbol.asyncDispose]() {
      await http[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

const directives = (policy: unknown): Record<string, string> =>
  Object.fromEntries(
    String(policy)
      .split("; ")
      .map((directive) => {
        const [name = "", ...values] = directive.split(" ");
        return [name, values.join(" ")];
      }),
  );

describe("the application's page", () => {
  it("answers every address of the application, never cached, with a nonce of its own each time", async () => {
    await using world = await createWorld();
    const nonces = new Set<string>();
    for (const url of ["/", "/desk", "/chats/1?x=2", "/admin/users"]) {
      const answer = await world.get(url);
      expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([
        200,
        "no-store",
      ]);
      const nonce = /content="([^"]+)"/.exec(answer.body)?.[1] ?? "";
      const policy = directives(answer.headers["content-security-policy"]);
      expect(policy["style-src"]).toBe(`'self' 'nonce-${nonce}'`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  it("is not given where a file or an endpoint was asked for", async () => {
    await using world = await createWorld();
    for (const url of [
      "/api/v1/none",
      "/assets/none.js",
      "/widget/none.js",
      "/realtime",
      "/shop/none.html",
    ])
      expect((await world.get(url)).statusCode).toBe(404);
  });

  it("has its hashed parts kept for good, compressed for who can read that", async () => {
    await using world = await createWorld();
    const url = "/assets/main-abc12345.js";
    const plain = await world.get(url, {});
    expect([plain.body, plain.headers["cache-control"]]).toEqual([
      "main()",
      "public, max-age=31536000, immutable",
    ]);
    const small = await world.get(url, { "accept-encoding": "br" });
    expect([small.body, small.headers["content-encoding"]]).toEqual([
      "brotli",
      "br",
    ]);
    expect(small.headers["content-type"]).toMatch("javascript");
    expect((await world.get("/favicon.svg")).body).toBe("<svg/>");
  });

  it("never leads out of its folder", async () => {
    await using world = await createWorld();
    for (const url of [
      "/assets/../../secret.txt",
      "/assets/..%2f..%2fsecret.txt",
      "/widget/..%5c..%5csecret.txt",
      "/%2e%2e/secret.txt",
    ])
      expect((await world.get(url, {})).body).not.toMatch("outside");
  });
});

describe("headers (ASVS 3.4)", () => {
  it("forbid what the product does not need", async () => {
    await using world = await createWorld();
    const { headers } = await world.get("/");
    const policy = directives(headers["content-security-policy"]);
    expect(policy).toMatchObject({
      "default-src": "'self'",
      "connect-src": "'self' ws://veche.test",
      "img-src": "'self' data: blob:",
      "object-src": "'none'",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
      "form-action": "'self'",
    });
    expect(String(headers["content-security-policy"])).not.toMatch(
      /unsafe|\*|https?:/,
    );
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "strict-origin-when-cross-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["permissions-policy"]).toMatch(
      "camera=(self), microphone=(self), display-capture=(self)",
    );
    expect(headers["permissions-policy"]).toMatch("geolocation=()");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  it("stand on answers of the API and refusals too", async () => {
    await using world = await createWorld();
    for (const url of ["/healthz", "/api/v1/none", "/assets/none.js"]) {
      const { headers } = await world.get(url);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toMatch("default-src 'self'");
    }
  });

  it("ask browsers to stay with https for a year where the server is reached by it", async () => {
    await using world = await createWorld({
      publicUrl: "https://veche.example.com",
    });
    const { headers } = await world.get("/");
    expect(headers["strict-transport-security"]).toBe(
      "max-age=31536000; includeSubDomains",
    );
    expect(headers["content-security-policy"]).toMatch(
      "connect-src 'self' wss://veche.example.com;",
    );
  });
});

describe("the widget's files", () => {
  it("may be used by pages of any site; the loader is asked anew, its parts are kept", async () => {
    await using world = await createWorld();
    const loader = await world.get("/widget/loader.js", {
      origin: "https://shop.test",
    });
    expect(loader.headers).toMatchObject({
      "access-control-allow-origin": "*",
      "cross-origin-resource-policy": "cross-origin",
      "cache-control": "no-cache",
    });
    const part = await world.get("/widget/chat-CaXOZ5XL.js", {});
    expect(part.headers["cache-control"]).toBe(
      "public, max-age=31536000, immutable",
    );
  });

  it("work on a page whose own policy is strict: the demo shop sends one", async () => {
    await using world = await createWorld();
    const shop = await world.get("/shop/");
    expect(shop.body).toMatch("Shop");
    const policy = directives(shop.headers["content-security-policy"]);
    expect(policy).toMatchObject({
      "default-src": "'none'",
      "script-src": "'self'",
      "style-src": "'self'",
    });
    expect((await world.get("/shop")).headers.location).toBe("/shop/");
  });
});

describe("numbers for Prometheus", () => {
  it("are for collectors on this machine only, and not through a proxy", async () => {
    await using http = await createTestHttp();
    await http.inject({ url: "/healthz" });
    const own = await http.inject({ url: "/metrics" });
    expect(own.body).toMatch(
      'veche_http_request_seconds_count{route="/healthz",status="200"} 1',
    );
    const strangers = [
      { remoteAddress: "10.0.0.1" },
      { headers: { "x-forwarded-for": "203.0.113.1" } },
      { headers: { forwarded: "for=203.0.113.1" } },
    ];
    for (const stranger of strangers)
      expect(
        (await http.inject({ url: "/metrics", ...stranger })).statusCode,
      ).toBe(404);
  });

  it("are for collectors elsewhere that show the token", async () => {
    const metricsToken = "a-token-of-this-very-test";
    await using http = await createTestHttp({ metricsToken });
    const collect = async (authorization: string) =>
      (
        await http.inject({
          url: "/metrics",
          remoteAddress: "10.0.0.1",
          headers: { authorization },
        })
      ).statusCode;
    expect(await collect(`Bearer ${metricsToken}`)).toBe(200);
    for (const wrong of [
      "",
      "Bearer ",
      `Bearer ${metricsToken}x`,
      metricsToken,
    ])
      expect(await collect(wrong)).toBe(404);
  });
});
