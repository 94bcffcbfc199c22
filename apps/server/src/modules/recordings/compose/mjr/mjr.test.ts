import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  recordedTrack,
  silentTrack,
  type WrittenPacket,
} from "../../../../../tests/recorded-track.ts";
import { ArrivalClockMaker } from "./arrival-clock.ts";
import { MjrUnreadableError } from "./mjr-head.ts";
import { PacketOrder, type OrderedPacket } from "./packet-order.ts";
import { openMjr } from "./read-mjr.ts";
import { orderedPackets } from "./read-packets.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "veche-mjr-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(bytes: Buffer): Promise<string> {
  const path = join(folder, "track.mjr");
  await writeFile(path, bytes);
  return path;
}

async function packetsIn(bytes: Buffer): Promise<readonly OrderedPacket[]> {
  await using file = await openMjr(await written(bytes));
  const packets: OrderedPacket[] = [];
  for await (const some of orderedPackets(file)) packets.push(...some);
  return packets;
}

const packet = (
  sequence: number,
  receivedMs = sequence * 20,
): WrittenPacket => ({
  ...{ sequence, receivedMs, timestamp: sequence * 960 },
  payload: Buffer.from([sequence]),
});
const saidIn = (packets: readonly OrderedPacket[]): readonly number[] =>
  packets.map(({ payload }) => payload.readUInt8(0));

describe("a track of the media server", () => {
  it("is read to its end, over the wrap of its numbers", async () => {
    const packets = await packetsIn(silentTrack(1_000, 2_000));
    expect(packets).toHaveLength(100);
    expect(packets.at(-1)?.sentMs).toBe(1_980);
    expect(packets.some(({ isAfterLoss }) => isAfterLoss)).toBe(false);
  });

  it("torn off in the middle of a packet is good up to the packet before", async () => {
    const whole = silentTrack(1_000, 2_000);
    const packets = await packetsIn(whole.subarray(0, whole.length - 5));
    expect(packets).toHaveLength(99);
  });

  it("with a page that never reached the disk goes on after it", async () => {
    const bytes = silentTrack(1_000, 2_000);
    bytes.fill(0, 600, 700);
    expect((await packetsIn(bytes)).length).toBeGreaterThan(90);
  });

  it.each([
    ["an empty file", Buffer.alloc(0)],
    ["a head that was not written whole", silentTrack(1, 20).subarray(0, 30)],
    ["something else", Buffer.from("PK\u0003\u0004 something else altogether")],
  ])("is refused when it is %s", async (_, bytes) => {
    await expect(openMjr(await written(bytes))).rejects.toThrow(
      MjrUnreadableError,
    );
  });

  it("comes in the order it was sent: what was asked for again finds its place, doubles go", async () => {
    const bytes = recordedTrack("sound", 1_000, [
      ...[packet(1), packet(3), packet(4), packet(2, 90), packet(3, 95)],
      packet(5, 100),
    ]);
    expect(saidIn(await packetsIn(bytes))).toEqual([1, 2, 3, 4, 5]);
  });

  it("goes on after what never came, and says so", () => {
    const order = new PacketOrder();
    const sent = [packet(1), packet(3), packet(4, 2_000), packet(5, 2_020)];
    const came = sent.flatMap((one) => [
      ...order.take({ ...one, marker: false, sentMs: one.sequence * 20 }),
    ]);
    expect(saidIn(came)).toEqual([1, 3, 4, 5]);
    expect(came.map(({ isAfterLoss }) => isAfterLoss)).toEqual([
      ...[false, true, false, false],
    ]);
  });
});

describe("the clock of a track", () => {
  const clockOf = (
    packets: readonly {
      readonly receivedMs: number;
      readonly sentMs: number;
    }[],
  ) => {
    const maker = new ArrivalClockMaker();
    for (const one of packets) maker.add(one);
    return maker.finish();
  };
  const every20ms = (
    fromMs: number,
    toMs: number,
    lagMs: (sentMs: number) => number,
  ) =>
    Array.from({ length: (toMs - fromMs) / 20 }, (_, index) => {
      const sentMs = fromMs + index * 20;
      return { sentMs, receivedMs: sentMs + lagMs(sentMs) };
    });

  it("takes no notice of a line that stood still for a moment", () => {
    const stalled = (sentMs: number): number =>
      sentMs >= 5_000 && sentMs < 6_000 ? 6_000 - sentMs : 0;
    const packets = every20ms(0, 12_000, stalled);
    const clock = clockOf(packets);
    for (const one of packets) expect(clock.atMs(one)).toBe(one.sentMs);
  });

  it("follows at once when a microphone was taken off and its clock stood still", () => {
    const before = every20ms(0, 5_000, () => 0);
    const after = every20ms(5_000, 9_000, () => 6_000);
    const clock = clockOf([...before, ...after]);
    for (const one of before) expect(clock.atMs(one)).toBe(one.sentMs);
    for (const one of after) expect(clock.atMs(one)).toBe(one.sentMs + 6_000);
  });

  it("follows a sender whose clock is slow", () => {
    const packets = every20ms(0, 60_000, (sentMs) => sentMs / 1_000);
    const clock = clockOf(packets);
    for (const one of packets)
      expect(Math.abs(clock.atMs(one) - one.receivedMs)).toBeLessThan(5);
  });
});
