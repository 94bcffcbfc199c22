import { beforeEach, expect, test } from "vitest";
import { settle, VirtualTime } from "../tests/virtual-time.ts";
import { patiently } from "./patiently.ts";

let time: VirtualTime;
let asked: number;
beforeEach(() => {
  time = new VirtualTime();
  asked = 0;
});

/** Refuses as often as codes are given, then answers. */
const server =
  (...codes: readonly string[]) =>
  async (): Promise<string> => {
    const code = codes[asked];
    asked += 1;
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    return "the seat";
  };

const away = "server.unavailable";

/** Time goes by, and whoever waits for it gets on. */
const pass = async (seconds: number): Promise<void> => {
  for (let second = 0; second < seconds; second += 1) {
    await settle();
    await time.pass(1_000);
  }
  await settle();
};

test("a server that is away is asked again until it answers", async () => {
  const answer = patiently(time.powers, server(away, away));
  await pass(4);
  expect(await answer).toBe("the seat");
  expect(asked).toBe(3);
});

test("any other refusal is told at once", async () => {
  const answer = patiently(time.powers, server("call.ended"));
  await expect(answer).rejects.toMatchObject({ code: "call.ended" });
  expect(asked).toBe(1);
});

test("what is not wanted any more is not asked for again", async () => {
  const answer = patiently(time.powers, server(away), () => false);
  const refused = expect(answer).rejects.toMatchObject({ code: away });
  await pass(4);
  await refused;
  expect(asked).toBe(1);
});

test("a server that stays away is given up after a minute", async () => {
  const codes = Array.from({ length: 100 }, () => away);
  const answer = patiently(time.powers, server(...codes));
  const refused = expect(answer).rejects.toMatchObject({ code: away });
  await pass(62);
  await refused;
  expect(asked).toBe(31);
});
