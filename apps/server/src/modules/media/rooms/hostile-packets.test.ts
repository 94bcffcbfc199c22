import { createSocket } from "node:dgram";
import { readFile } from "node:fs/promises";
import { describe, expect, it, vi } from "vitest";
import { openCrowd, type Member } from "../../../../tests/crowd.ts";
import { needsProgram } from "../../../../tests/needs-program.ts";
import { ownJanus } from "../../../../tests/own-janus.ts";
import { machineIps } from "../machine-ips.ts";
import { findJanus } from "../media-server.ts";

const limits = { pictures: 25, voices: 10 };
const rounds = 60;

/** The same bytes in every run, and no pattern in them. */
function noise(seed: number, length: number): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    }),
  );
}

const headed = (head: readonly number[], seed: number, length: number) =>
  Buffer.concat([Buffer.from(head), noise(seed, length)]);

/** Heads that are believed at first sight, with anything behind them; each lies about what follows. */
const lies = (seed: number): readonly Buffer[] => [
  noise(seed, (seed * 37) % 1_400),
  // STUN: a binding request and an answer nobody asked for, with attributes longer than the packet.
  headed([0, 1, 0xff, 0xfc, 0x21, 0x12, 0xa4, 0x42], seed, 40),
  headed([1, 1, 0, 8, 0x21, 0x12, 0xa4, 0x42], seed, 20),
  // DTLS: a first hello cut short, a fragment past its message, an unknown kind.
  headed([22, 254, 253, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1], seed, 60),
  headed([22, 254, 255, 0, 0, 0, 0, 0, 0, 0, 1, 0, 12, 1, 0, 0, 1], seed, 9),
  headed([25, 254, 253], seed, 30),
  // RTP: fifteen sources that are not there, an extension beyond the end, padding longer than the packet.
  headed([0x8f, 96, 0, 1], seed, 12),
  headed([0x90, 111, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0xbe, 0xde, 0xff], seed, 6),
  headed([0xa0, 96], seed, 30),
  // RTCP: reports of more blocks than bytes, feedback without a source.
  headed([0x9f, 200, 0xff, 0xff], seed, 24),
  headed([0x81, 206, 0, 2], seed, 3),
];

/** Ports of this machine on which media servers listen. */
async function mediaPorts(): Promise<readonly number[]> {
  const table = await readFile("/proc/net/udp", "utf8");
  const { first, last } = ownJanus.ports;
  const ports = [...table.matchAll(/^ *\d+: [0-9A-F]+:([0-9A-F]{4})/gm)]
    .map(([, port = ""]) => Number.parseInt(port, 16))
    .filter((port) => port >= first && port <= last);
  return [...new Set(ports)];
}

async function flood(ports: readonly number[]): Promise<void> {
  const socket = createSocket("udp4");
  const address = machineIps()[0];
  for (let round = 1; round <= rounds; round += 1)
    await Promise.all(
      ports.flatMap((port) =>
        lies(round).map(
          (packet) =>
            new Promise<void>((resolve) => {
              // A full queue drops packets, as a network does.
              socket.send(packet, port, address, () => resolve());
            }),
        ),
      ),
    );
  await new Promise<void>((resolve) => {
    socket.close(resolve);
  });
}

/** Everybody's voice and picture go on coming to everybody. */
async function allArrive(members: readonly Member[]): Promise<void> {
  const counted = () =>
    members.flatMap((viewer) =>
      members
        .filter((other) => other !== viewer)
        .flatMap((other) => [
          viewer.packetsOf(other, "microphone"),
          viewer.packetsOf(other, "camera"),
        ]),
    );
  await vi.waitUntil(() => !counted().includes(undefined), {
    timeout: 120_000,
  });
  const before = counted();
  await vi.waitUntil(
    () =>
      counted().every((count, line) => (count ?? 0) > (before[line] ?? 0) + 10),
    { timeout: 120_000 },
  );
}

describe("malformed packets from strangers", () => {
  needsProgram({ name: "janus", isThere: findJanus(ownJanus).ok });

  it("stop nobody's media: not what looks like STUN, nor DTLS, RTP or RTCP", async () => {
    await using crowd = await openCrowd(limits);
    await crowd.come(3);
    await allArrive(crowd.members);
    const ports = await mediaPorts();
    expect(ports.length).toBeGreaterThanOrEqual(6);
    await flood(ports);
    await allArrive(crowd.members);
    // Nor does anybody who comes afterwards find the door shut.
    await crowd.come(1);
    await allArrive(crowd.members);
  });
});
