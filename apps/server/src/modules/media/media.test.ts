import { createSocket } from "node:dgram";
import { chmod, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { freePort } from "@veche/test-world/ports";
import type { IceServer, PrincipalId } from "@veche/contracts";
import { createTurnClient } from "../../../tests/turn-client.ts";
import type { TurnConfig } from "../../platform/config/config.ts";
import type { Clock } from "../../platform/clock.ts";
import { systemIds } from "../../platform/ids.ts";
import { createLog } from "../../platform/log.ts";
import { findProgram } from "../../platform/process/launch.ts";
import { systemTimers } from "../../platform/timers.ts";
import { createMedia, type Media } from "./index.ts";
import { needsProgram } from "../../../tests/needs-program.ts";

// A fixed shape: the relay never looks into it.
const principalId = "0190a000-0000-7000-8000-000000000001" as PrincipalId;
const log = createLog({ level: "silent", isPretty: false });
const isInstalled = findProgram("turnserver") !== undefined;

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "veche-media-"));
  await chmod(dataDir, 0o711);
});
afterEach(async () => {
  await rm(dataDir, { recursive: true });
});

function own(port: number, allowedPeerIps: readonly string[] = []): TurnConfig {
  return {
    kind: "own",
    port,
    tls: null,
    listenIp: null,
    externalIp: null,
    allowedPeerIps,
  };
}

function create(turn: TurnConfig, now?: Date): Media {
  const clock: Clock = { now: () => now ?? new Date(), monotonicMs: () => 0 };
  const config = {
    turn,
    mediaServer: { kind: "off" } as const,
    mediaNodes: [],
    dataDir,
    host: "127.0.0.1",
    publicUrl: "http://localhost:8080",
    secretKey: "the key of this test, which is long enough",
  };
  return createMedia({
    config,
    clock,
    ids: systemIds,
    log,
    timers: systemTimers,
  });
}

async function startUp(turn: TurnConfig): Promise<Media> {
  const media = create(turn);
  media.start();
  await vi.waitUntil(() => media.status() === "up", { timeout: 120_000 });
  return media;
}

function turnServerOf(media: Media): Required<IceServer> {
  const { iceServers } = media.iceConfiguration(principalId);
  const server = iceServers.find(({ credential }) => credential !== undefined);
  if (server?.username === undefined || server.credential === undefined) {
    throw new Error("no relay was named");
  }
  const { urls, username, credential } = server;
  return { urls, username, credential };
}

describe("coturn as our child", () => {
  needsProgram({ name: "coturn", isThere: isInstalled });

  it("relays for who holds a fresh password, and for nobody else", async () => {
    const port = await freePort();
    await using media = await startUp(own(port));
    const good = turnServerOf(media);
    expect(good.urls).toEqual([
      `turn:127.0.0.1:${port}?transport=udp`,
      `turn:127.0.0.1:${port}?transport=tcp`,
    ]);

    using member = createTurnClient({ port, ...good });
    expect(await member.allocate()).toBe("ok");

    using forger = createTurnClient({ port, ...good, credential: "guessed" });
    expect(await forger.allocate()).toBe(401);
    const [expiry = "0"] = good.username.split(":");
    using late = createTurnClient({
      port,
      ...good,
      username: `${Number(expiry) - 3_600}:${principalId}`,
    });
    expect(await late.allocate()).toBe(401);
  });

  it("reaches the outside, but no inner address and none of its disguises", async () => {
    const port = await freePort();
    await using media = await startUp(own(port));
    using client = createTurnClient({ port, ...turnServerOf(media) });
    expect(await client.allocate()).toBe("ok");
    expect(await client.permit("203.0.113.5")).toBe("ok");
    const inner = [
      "0.0.0.0",
      "10.0.0.5",
      "100.64.0.1",
      "127.0.0.1",
      "169.254.169.254",
      "172.16.0.1",
      "172.31.255.255",
      "192.168.1.1",
      "198.18.0.1",
      "255.255.255.255",
      "::1",
      "::ffff:10.0.0.5",
      "::ffff:127.0.0.1",
      "64:ff9b::10.0.0.5",
      "2002:0a00:0005::1",
      "fd00::1",
      "fe80::1",
    ];
    for (const address of inner) {
      const answer = await client.permit(address);
      expect([403, 443], address).toContain(answer);
    }
  });

  it("reaches an inner address that the administrator named", async () => {
    const port = await freePort();
    await using media = await startUp(own(port, ["10.9.9.9"]));
    using client = createTurnClient({ port, ...turnServerOf(media) });
    await client.allocate();
    expect(await client.permit("10.9.9.9")).toBe("ok");
    expect(await client.permit("10.9.9.8")).toBe(403);
  });

  it("is started again when it dies, and its secret is good over that", async () => {
    const port = await freePort();
    await using media = await startUp(own(port));
    const before = turnServerOf(media);
    const pidFile = join(dataDir, "turn", "turn.pid");
    process.kill(Number(await readFile(pidFile, "utf8")), "SIGKILL");
    await vi.waitUntil(() => media.status() === "down", { timeout: 120_000 });
    expect(media.iceConfiguration(principalId).iceServers).toEqual([]);
    await vi.waitUntil(() => media.status() === "up", { timeout: 120_000 });
    using client = createTurnClient({ port, ...before });
    expect(await client.allocate()).toBe("ok");
  });

  it("keeps its secret from other users of the machine", async () => {
    await using media = await startUp(own(await freePort()));
    expect(media.status()).toBe("up");
    const { mode } = await stat(join(dataDir, "turn", "turn.conf"));
    expect(mode & 0o077).toBe(0);
  });

  it("does not share its port with another program", async () => {
    const taken = createSocket("udp4");
    await new Promise<void>((resolve) => {
      taken.bind({ address: "127.0.0.1" }, resolve);
    });
    const warned = Promise.withResolvers<unknown>();
    const config = {
      turn: own(taken.address().port),
      mediaServer: { kind: "off" } as const,
      mediaNodes: [],
      dataDir,
      host: "127.0.0.1",
      publicUrl: "http://localhost:8080",
      secretKey: "the key of this test, which is long enough",
    };
    const listening = createLog({ level: "silent", isPretty: false });
    vi.spyOn(listening, "warn").mockImplementation((fields: unknown) => {
      warned.resolve(fields);
    });
    await using media = createMedia({
      config,
      clock: { now: () => new Date(), monotonicMs: () => 0 },
      ids: systemIds,
      log: listening,
      timers: systemTimers,
    });
    media.start();
    expect(inspect(await warned.promise)).toMatch(/TURN_PORT \d+ .* is in use/);
    expect(media.status()).toBe("down");
    taken.close();
  });
});

it("switched off, it names no server", () => {
  const now = new Date("2026-05-01T10:00:00Z");
  const media = create({ kind: "off" }, now);
  expect(media.status()).toBe("off");
  expect(media.iceConfiguration(principalId)).toEqual({
    iceServers: [],
    expiresAt: "2026-05-01T10:10:00.000Z",
  });
});

it("a relay of the company's own gets passwords made with its secret", () => {
  const now = new Date("2026-05-01T10:00:00Z");
  const urls = ["stun:t.example.com", "turns:t.example.com:443"];
  const media = create({ kind: "external", urls, secret: "shared" }, now);
  expect(media.iceConfiguration(principalId).iceServers).toEqual([
    { urls: ["stun:t.example.com"] },
    {
      urls: ["turns:t.example.com:443"],
      username: `1777630200:${principalId}`,
      credential: "p9Vh5E2mI+Wd3x0XX/8FVfpnSZA=",
    },
  ]);
});
