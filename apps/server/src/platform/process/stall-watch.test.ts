import { expect, it } from "vitest";
import { watchStalls } from "./stall-watch.ts";

/** A clock and a timer that the test drives. */
function createWatch() {
  let nowMs = 1_000;
  let look: () => void = () => undefined;
  const said: unknown[] = [];
  const watch = watchStalls({
    clock: { monotonicMs: () => nowMs },
    timers: {
      every: (_intervalMs, task) => {
        look = task;
        return { [Symbol.dispose]: () => undefined };
      },
    },
    log: { warn: (fields: unknown) => void said.push(fields) },
  });
  return {
    watch,
    said,
    lookAfter: (passedMs: number) => {
      nowMs += passedMs;
      look();
    },
  };
}

it("a pause of a second and more is said, with its length", () => {
  const { said, lookAfter } = createWatch();
  lookAfter(500);
  lookAfter(2_600);
  lookAfter(500);
  expect(said).toEqual([{ stalledMs: 2_100 }]);
});

it("a busy machine is not worth a word", () => {
  const { said, lookAfter } = createWatch();
  for (let count = 0; count < 10; count += 1) lookAfter(1_400);
  expect(said).toEqual([]);
});
