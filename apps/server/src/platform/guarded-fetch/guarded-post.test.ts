import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createTestClock } from "../../../tests/clock.ts";
import { createGuardedPost } from "./guarded-post.ts";
import type { ResolvedAddress } from "./target.ts";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server on this machine and what was asked of it. */
async function serve(listener: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(`${request.method} ${request.url}`);
    listener(request, answer);
  });
  open.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const place = server.address();
  if (place === null || typeof place === "string") throw new Error("no port");
  return { asked, port: place.port };
}

const thanks: RequestListener = (_request, answer) => {
  answer.writeHead(202).end();
};
const here: ResolvedAddress = { address: "127.0.0.1", family: 4 };

/** A client to whom `inner.test` is allowed; every other name leads to this machine too. */
function openClient() {
  const clock = createTestClock();
  return {
    clock,
    ...createGuardedPost({
      timers: clock,
      resolve: async () => [here],
      allowedHosts: ["Inner.test"],
    }),
  };
}
const ask = (url: string) => ({ url, headers: {}, body: Buffer.from("{}") });

describe("posting to an address that a stranger named", () => {
  it("reaches an inner host that an administrator named, without https too", async () => {
    const { port, asked } = await serve(thanks);
    const { post } = openClient();
    expect(await post(ask(`http://inner.test:${port}/hook`))).toEqual({
      status: 202,
      retryAfterMs: null,
    });
    expect(asked).toEqual(["POST /hook"]);
  });

  it("reaches nothing else of the inner network, by whatever name it is called", async () => {
    const { port, asked } = await serve(thanks);
    const { post } = openClient();
    for (const host of [
      ...["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]"],
      ...["evil.example.com", "169.254.169.254", "user:pw@inner.test"],
    ])
      for (const protocol of ["http", "https"])
        await expect(
          post(ask(`${protocol}://${host}:${port}/`)),
          host,
        ).rejects.toThrow("not an address that may be asked");
    expect(asked).toEqual([]);
  });

  it.each(["http://127.0.0.1:PORT/secret", "/secret"])(
    "follows no redirect to %s",
    async (location) => {
      const { port, asked } = await serve((_request, answer) => {
        const to = location.replace("PORT", String(port));
        answer.writeHead(307, { location: to }).end();
      });
      const { post } = openClient();
      const answer = await post(ask(`http://inner.test:${port}/hook`));
      expect(answer.status).toBe(307);
      expect(asked).toEqual(["POST /hook"]);
    },
  );

  it("tells how long the other side wants to be left alone", async () => {
    const { port } = await serve((_request, answer) => {
      answer.writeHead(429, { "retry-after": "120" }).end();
    });
    const { post } = openClient();
    expect(await post(ask(`http://inner.test:${port}/`))).toEqual({
      status: 429,
      retryAfterMs: 120_000,
    });
  });

  it("waits no longer than its time for a server that says nothing", async () => {
    const arrived = Promise.withResolvers<undefined>();
    const { port } = await serve(() => {
      arrived.resolve(undefined);
    });
    const { post, clock } = openClient();
    const answer = post(ask(`http://inner.test:${port}/`));
    const failed = expect(answer).rejects.toThrow("aborted");
    await arrived.promise;
    clock.advance(20_000);
    await failed;
  });
});

it.each([
  ["https://push.example.com/1", true],
  ["https://push.example.com:8443/1", true],
  ["http://push.example.com/1", false],
  ["https://user@push.example.com/1", false],
  ["https://localhost/1", false],
  ["https://db.internal/1", false],
  ["https://[::1]/1", false],
  ["https://2130706433/1", false],
  ["https://0x7f.1/1", false],
  ["https://inner.test/1", true],
  ["http://inner.test:8080/1", true],
  ["ftp://inner.test/1", false],
  ["not an address", false],
])("%s may be asked: %s", (url, expected) => {
  expect(openClient().isAllowed(url)).toBe(expected);
});
