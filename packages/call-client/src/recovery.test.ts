import { beforeEach, expect, test } from "vitest";
import { VirtualTime } from "../tests/virtual-time.ts";
import { Recovery } from "./recovery.ts";

let time: VirtualTime;
let told: string[];

const watch = ({ isPolite } = { isPolite: true }): Recovery =>
  new Recovery({
    powers: time.powers,
    isPolite,
    events: {
      up: () => told.push("up"),
      down: () => told.push("down"),
      restart: (cause) => told.push(`restart: ${cause}`),
      giveUp: () => told.push("give up"),
    },
  });

/** Seconds of a connection; bytes that came in each. */
const seconds = async (
  recovery: Recovery,
  bytes: readonly number[],
  { isMediaExpected } = { isMediaExpected: true },
): Promise<void> => {
  for (const one of bytes) {
    total += one;
    recovery.pulse({
      bytesReceived: total,
      checksAnswered: checks,
      isMediaExpected,
    });
    await time.pass(1_000);
  }
};

let total: number;
let checks: number;

beforeEach(() => {
  time = new VirtualTime();
  told = [];
  total = 0;
  checks = 0;
});

test("silence after sound is noticed within 2 s, though the browser still calls itself connected (B7)", async () => {
  const recovery = watch();
  recovery.connection("connected");
  await seconds(recovery, [0, 900, 900, 0]);
  expect(told).toEqual(["up"]);
  await seconds(recovery, [0]);
  expect(told).toEqual(["up", "down", "restart: silence"]);
});

test("one second without a packet is nothing", async () => {
  const recovery = watch();
  recovery.connection("connected");
  await seconds(recovery, [0, 900, 0, 900, 0, 900]);
  expect(told).toEqual(["up"]);
});

test("two people who only listen are not missed", async () => {
  const recovery = watch();
  recovery.connection("connected");
  await seconds(recovery, [0, 0, 0, 0, 0, 0]);
  await seconds(recovery, [900, 0, 0, 0, 0], { isMediaExpected: false });
  expect(told).toEqual(["up"]);
});

test("after a stall both are silent: an answered check tells that the path carries again", async () => {
  const recovery = watch();
  recovery.connection("connected");
  await seconds(recovery, [0, 900, 0, 0]);
  expect(recovery.isUp).toBe(false);
  await seconds(recovery, [0, 0]);
  expect(recovery.isUp).toBe(false);
  checks += 1;
  await seconds(recovery, [0]);
  expect(recovery.isUp).toBe(true);
});

test("the impolite side leaves the first try to the other", async () => {
  const recovery = watch({ isPolite: false });
  recovery.connection("connected");
  recovery.connection("lost");
  await time.pass(1_499);
  expect(told).toEqual(["up", "down"]);
  await time.pass(1);
  expect(told).toEqual(["up", "down", "restart: silence"]);
});

test("tries come ever more slowly, then the connection is given up, and the search goes on", async () => {
  const recovery = watch();
  recovery.connection("connected");
  recovery.connection("lost");
  await time.pass(40_000);
  expect(told.slice(2)).toEqual([
    ...Array.from({ length: 5 }, () => "restart: silence"),
    "give up",
    "restart: silence",
  ]);
});

test("without a line to the server nothing is tried, and at once when it is back", async () => {
  const recovery = watch();
  recovery.connection("connected");
  recovery.lineCut();
  recovery.connection("lost");
  await time.pass(60_000);
  expect(told).toEqual(["up", "down"]);
  recovery.lineLive();
  await time.pass(0);
  expect(told).toEqual(["up", "down", "restart: silence"]);
});

test("a first connection gets 5 s before anybody worries", async () => {
  const recovery = watch();
  recovery.opened();
  await time.pass(4_999);
  expect(told).toEqual([]);
  await time.pass(1);
  expect(told).toEqual(["restart: silence"]);
  recovery.connection("connected");
  await time.pass(60_000);
  expect(told).toEqual(["restart: silence", "up"]);
});

test("what is closed is silent", async () => {
  const recovery = watch();
  recovery.opened();
  recovery.close();
  await time.pass(60_000);
  expect(told).toEqual([]);
});
