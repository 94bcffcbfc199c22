import { createHmac } from "node:crypto";
import { createSocket } from "node:dgram";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { freePort } from "@veche/test-world/ports";
import type { PrincipalId } from "@veche/contracts";
import { createTurnClient } from "../../../tests/turn-client.ts";
import { systemIds } from "../../platform/ids.ts";
import { createLog } from "../../platform/log.ts";
import { findProgram } from "../../platform/process/launch.ts";
import { systemTimers } from "../../platform/timers.ts";
import { createMedia, type Media } from "./index.ts";
import { issueTurnCredential } from "./turn-credential.ts";
import { needsProgram } from "../../../tests/needs-program.ts";

const allocationMismatch = 437;
const isInstalled = findProgram("turnserver") !== undefined;
const secretKey = "the key of this test, which is long enough";
const relaySecret = createHmac("sha256", secretKey)
  .update("turn")
  .digest("hex");
const bearer = systemIds.next<PrincipalId>();

/** Inner addresses by kind, at both ends of their ranges where there are two. */
const inner = {
  "this network": ["0.0.0.0", "0.255.255.255"],
  loopback: ["127.0.0.1", "127.255.255.254"],
  "link-local": ["169.254.0.1", "169.254.255.254"],
  "a cloud's metadata": ["169.254.169.254", "100.100.100.200", "192.0.0.192"],
  private: [
    "10.0.0.1",
    "10.255.255.254",
    "172.16.0.1",
    "172.31.255.254",
    "192.168.0.1",
    "192.168.255.254",
  ],
  "a provider's shared": ["100.64.0.1", "100.127.255.254"],
  "of protocols and benchmarks": ["192.0.0.1", "198.18.0.1", "198.19.255.254"],
  "multicast and reserved": ["224.0.0.1", "239.255.255.250", "240.0.0.1"],
  broadcast: ["255.255.255.255"],
} as const;
/** The same said in IPv6. */
const disguises = [
  (address: string) => `::ffff:${address}`,
  (address: string) => `64:ff9b::${address}`,
  (address: string) => `2002:${hexOf(address)}::1`,
  (address: string) => `::${address}`,
] as const;
const inIPv6 = [
  "::",
  "::1",
  "fe80::1",
  "febf::1",
  "fc00::1",
  "fd00:ec2::254",
  "fdff::1",
  "ff02::1",
];

function hexOf(address: string): string {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

let dataDir: string;
let media: Media;
let port: number;
let nowMs = Date.now();

const loginOf = (lifetimeMs = 600_000, secret?: string) => ({
  port,
  ...issueTurnCredential({
    secret: secret ?? relaySecret,
    bearer: systemIds.next(),
    expiresAt: new Date(Date.now() + lifetimeMs),
  }),
});

describe("a stranger at the relay, or a member with ideas", () => {
  needsProgram({ name: "coturn", isThere: isInstalled });
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "veche-abuse-"));
    await chmod(dataDir, 0o711);
    port = await freePort();
    media = createMedia({
      config: {
        turn: {
          kind: "own",
          port,
          tls: null,
          listenIp: null,
          externalIp: null,
          allowedPeerIps: [],
        },
        mediaServer: { kind: "off" },
        mediaNodes: [],
        dataDir,
        host: "127.0.0.1",
        publicUrl: "http://localhost:8080",
        secretKey,
      },
      clock: { now: () => new Date(nowMs), monotonicMs: () => 0 },
      ids: systemIds,
      log: createLog({ level: "silent", isPretty: false }),
      timers: systemTimers,
    });
    media.start();
    await vi.waitUntil(() => media.status() === "up", { timeout: 120_000 });
  });
  afterAll(async () => {
    await media[Symbol.asyncDispose]();
    await rm(dataDir, { recursive: true });
  });

  it.each(Object.entries(inner))(
    "reaches nothing that is %s, in no disguise, neither by permission nor by channel",
    async (_, addresses) => {
      using client = createTurnClient(loginOf());
      expect(await client.allocate()).toBe("ok");
      for (const address of addresses)
        for (const name of [address, ...disguises.map((as) => as(address))]) {
          expect(await client.permit(name), name).not.toBe("ok");
          expect(await client.bindChannel(name), name).not.toBe("ok");
        }
    },
  );

  it("reaches nothing inner by IPv6 either", async () => {
    using client = createTurnClient(loginOf());
    await client.allocate();
    for (const address of inIPv6)
      expect(await client.permit(address), address).not.toBe("ok");
    expect(await client.permit("203.0.113.5")).toBe("ok");
  });

  it("gets no packet to a service of this machine, asked for or not", async () => {
    const heard: string[] = [];
    const service = createSocket("udp4", (message) =>
      heard.push(message.toString("latin1")),
    );
    await new Promise<void>((resolve) => {
      service.bind({ address: "127.0.0.1" }, resolve);
    });
    using stack = new DisposableStack();
    stack.defer(() => service.close());
    using client = createTurnClient(loginOf());
    await client.allocate();
    const peer = { address: "127.0.0.1", port: service.address().port };
    client.sendAnyway(peer);
    await client.permit(peer.address);
    client.sendAnyway(peer);
    // What the relay answers next was asked after it had those packets.
    expect(await client.refresh()).toBe("ok");
    await new Promise<void>((resolve) => {
      const knock = createSocket("udp4");
      knock.send("knock", peer.port, peer.address, () =>
        knock.close(() => resolve()),
      );
    });
    await vi.waitUntil(() => heard.includes("knock"), { timeout: 120_000 });
    expect(heard).toEqual(["knock"]);
  });

  it("without a password, with an expired one or a forged one gets nothing", async () => {
    using stranger = createTurnClient(loginOf());
    expect(await stranger.allocateAsStranger()).toBe(401);
    using late = createTurnClient(loginOf(-1_000));
    expect(await late.allocate()).toBe(401);
    using forger = createTurnClient(loginOf(600_000, "not the secret"));
    expect(await forger.allocate()).toBe(401);
    const unlimited = issueTurnCredential({
      secret: "",
      bearer,
      expiresAt: new Date(Date.now() + 600_000),
    });
    using empty = createTurnClient({ port, ...unlimited });
    expect(await empty.allocate()).toBe(401);
  });

  it("relays no TCP to anybody", async () => {
    using client = createTurnClient(loginOf());
    expect(await client.allocate("tcp")).not.toBe("ok");
  });

  it("has twelve allocations and no thirteenth; others are not touched by that", async () => {
    const login = loginOf();
    using stack = new DisposableStack();
    const answers: unknown[] = [];
    while (answers.length < 13) {
      const answer = await stack.use(createTurnClient(login)).allocate();
      // The system gave out a port once more that stands for an earlier allocation: another is taken (RFC 8656 §7.4).
      if (answer !== allocationMismatch) answers.push(answer);
    }
    expect(answers.slice(0, 12)).toEqual(
      Array.from({ length: 12 }, () => "ok"),
    );
    expect(answers[12]).toBe(486);
    using other = createTurnClient(loginOf());
    expect(await other.allocate()).toBe("ok");
  });

  it("in a long call has a second allocation by a renewed password while the first still carries; none is handed over", async () => {
    nowMs = Date.now();
    const credentials = () => {
      const { iceServers } = media.iceConfiguration(bearer);
      const { username = "", credential = "" } =
        iceServers.find((server) => server.credential !== undefined) ?? {};
      return { username, credential };
    };
    const first = credentials();
    using client = createTurnClient({ port, ...first });
    expect(await client.allocate()).toBe("ok");
    nowMs += 480_000;
    const renewed = credentials();
    expect(renewed.username).not.toBe(first.username);
    using next = createTurnClient({ port, ...renewed });
    expect(await next.allocate()).toBe("ok");
    expect(await next.permit("203.0.113.5")).toBe("ok");
    expect(await client.permit("203.0.113.5")).toBe("ok");
    // Whoever holds another password can't take an allocation over.
    expect(await client.refresh(renewed)).toBe(441);
  });
});
