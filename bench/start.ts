import { prepareServer } from "@veche/test-world";
import { median, type Figure } from "./figures.ts";
import { residentBytes } from "./load/process-cost.ts";

const warmStartCount = 5;
const mebibyte = 1024 ** 2;

/** From nothing to ready, from stopped to ready, and what the process holds when nobody is there. */
export async function measureStart(): Promise<readonly Figure[]> {
  await using server = await prepareServer({ env: { LOG_LEVEL: "error" } });
  const coldMs = await server.start();
  const warm: number[] = [];
  for (let count = 0; count < warmStartCount; count += 1) {
    await server.stop();
    warm.push(await server.start());
  }
  const memory = residentBytes(server.processId()) / mebibyte;
  const told = { against: "—", ratio: null, goal: "told" } as const;
  return [
    {
      name: "cold start: empty folder to ready",
      measured: `${Math.round(coldMs)} ms`,
      ...told,
    },
    {
      name: "warm start to ready",
      measured: `${Math.round(median(warm))} ms`,
      ...told,
    },
    {
      name: "memory of the idle server process",
      measured: `${Math.round(memory)} MiB`,
      ...told,
    },
  ];
}
