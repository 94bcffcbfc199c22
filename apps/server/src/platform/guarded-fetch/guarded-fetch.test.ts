import { createServer, type RequestListener, type Server } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createTestClock } from "../../../tests/clock.ts";
import type { Wanted } from "./fetched.ts";
import { createGuardedFetch } from "./guarded-fetch.ts";
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
    asked.push(`${request.headers.host} ${request.url}`);
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

const html: RequestListener = (_request, answer) => {
  answer.setHeader("content-type", "text/html");
  answer.end("<title>hi</title>");
};

const page: Wanted = {
  isWanted: (contentType) => contentType.startsWith("text/html"),
  maxBytes: 1_000,
  cutsAtLimit: true,
};

const here: ResolvedAddress = { address: "127.0.0.1", family: 4 };

/** A client to whom `inner.test` is allowed, and what it asked the resolver. */
function openClient(
  port: number,
  names: Readonly<Record<string, readonly ResolvedAddress[]>> = {},
) {
  const resolved: string[] = [];
  const clock = createTestClock();
  const fetch = createGuardedFetch({
    timers: clock,
    resolve: async (hostname) => {
      resolved.push(hostname);
      return names[hostname] ?? (hostname === "inner.test" ? [here] : []);
    },
    allowedHosts: ["inner.test"],
    extraPorts: [port],
  });
  return { fetch, resolved, clock };
}

describe("fetching an address that a stranger named", () => {
  it("brings a page", async () => {
    const { port } = await serve(html);
    const { fetch } = openClient(port);
    expect(await fetch(`http://inner.test:${port}/a?b`, page)).toEqual({
      ok: true,
      url: `http://inner.test:${port}/a?b`,
      contentType: "text/html",
      bytes: Buffer.from("<title>hi</title>"),
    });
  });

  it("never reaches this machine or the network around it, however it is spelt", async () => {
    const { port, asked } = await serve(html);
    const { fetch } = openClient(port, { "evil.test": [here] });
    const hosts = [
      ...["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1"],
      ...["127.1", "0", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]"],
      ...["evil.test", "169.254.169.254", "10.0.0.1", "user:pw@inner.test"],
    ];
    for (const host of hosts)
      expect(await fetch(`http://${host}:${port}/`, page), host).toEqual({
        ok: false,
        reason: "address",
      });
    expect(asked).toEqual([]);
  });

  it("a name with one inner address among outer ones is refused whole", async () => {
    const { port, asked } = await serve(html);
    const outer: ResolvedAddress = { address: "93.184.215.14", family: 4 };
    const { fetch } = openClient(port, { "mixed.test": [outer, here] });
    expect(await fetch(`http://mixed.test:${port}/`, page)).toMatchObject({
      reason: "address",
    });
    expect(asked).toEqual([]);
  });

  it("connects to what was checked: the name is asked once, so it cannot lead elsewhere the second time", async () => {
    const { port, asked } = await serve(html);
    const { fetch, resolved } = openClient(port);
    await fetch(`http://inner.test:${port}/`, page);
    expect(resolved).toEqual(["inner.test"]);
    expect(asked).toEqual([`inner.test:${port} /`]);
  });

  it.each([
    "http://127.0.0.1:PORT/secret",
    "http://[::1]:PORT/secret",
    "file:///etc/passwd",
    "//evil.test:PORT/secret",
  ])("follows no redirect to %s", async (location) => {
    const { port, asked } = await serve((_request, answer) => {
      answer.writeHead(302, {
        location: location.replace("PORT", String(port)),
      });
      answer.end();
    });
    const { fetch } = openClient(port, { "evil.test": [here] });
    expect(await fetch(`http://inner.test:${port}/`, page)).toEqual({
      ok: false,
      reason: "address",
    });
    expect(asked).toHaveLength(1);
  });

  it("follows few redirects and not one more", async () => {
    const { port, asked } = await serve((request, answer) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) {
        html(request, answer);
        return;
      }
      answer.writeHead(301, { location: `/${left - 1}` });
      answer.end();
    });
    const { fetch } = openClient(port);
    expect(await fetch(`http://inner.test:${port}/3`, page)).toMatchObject({
      ok: true,
      url: `http://inner.test:${port}/0`,
    });
    asked.length = 0;
    expect(await fetch(`http://inner.test:${port}/9`, page)).toMatchObject({
      reason: "redirects",
    });
    expect(asked).toHaveLength(4);
  });

  it("takes other ports and protocols for no address at all", async () => {
    const { port } = await serve(html);
    const outer: ResolvedAddress = { address: "93.184.215.14", family: 4 };
    const { fetch } = openClient(port, { "out.test": [outer] });
    for (const address of [
      "http://out.test:22/",
      "ftp://out.test/",
      "gopher://out.test/",
      "javascript:alert(1)",
      "not an address",
    ])
      expect(await fetch(address, page), address).toMatchObject({
        reason: "address",
      });
  });

  it("reads no more than was wanted of an endless answer", async () => {
    const { port } = await serve((_request, answer) => {
      answer.setHeader("content-type", "text/html");
      const write = (): void => {
        if (!answer.destroyed) answer.write("x".repeat(5_000), write);
      };
      write();
    });
    const { fetch } = openClient(port);
    const address = `http://inner.test:${port}/`;
    const cut = await fetch(address, page);
    expect(cut.ok && cut.bytes.length).toBe(1_000);
    expect(await fetch(address, { ...page, cutsAtLimit: false })).toEqual({
      ok: false,
      reason: "size",
    });
  });

  it("waits no longer than its time for a server that says nothing", async () => {
    const arrived = Promise.withResolvers<undefined>();
    const { port } = await serve(() => {
      arrived.resolve(undefined);
    });
    const { fetch, clock } = openClient(port);
    const answer = fetch(`http://inner.test:${port}/`, page);
    await arrived.promise;
    clock.advance(5_000);
    expect(await answer).toEqual({ ok: false, reason: "time" });
  });

  it("takes nothing of another type, status or packing", async () => {
    const { port } = await serve((request, answer) => {
      if (request.url === "/missing") answer.statusCode = 404;
      if (request.url === "/packed")
        answer.setHeader("content-encoding", "gzip");
      answer.setHeader(
        "content-type",
        request.url === "/binary" ? "application/zip" : "text/html",
      );
      answer.end(gzipSync("x".repeat(1_000)));
    });
    const { fetch } = openClient(port);
    for (const path of ["missing", "packed", "binary"])
      expect(
        await fetch(`http://inner.test:${port}/${path}`, page),
        path,
      ).toEqual({ ok: false, reason: "answer" });
  });

  it("a server that breaks off is the network's fault", async () => {
    const { port } = await serve((request) => {
      request.socket.destroy();
    });
    const { fetch } = openClient(port);
    expect(await fetch(`http://inner.test:${port}/`, page)).toEqual({
      ok: false,
      reason: "network",
    });
  });
});
