import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createTestClock } from "../../../../tests/clock.ts";
import { createLog } from "../../../platform/log.ts";
import { systemTimers } from "../../../platform/timers.ts";
import type { Timers } from "../../../platform/timers.ts";
import {
  createExaminer,
  ExaminerStoppedError,
  type ExaminerLimits,
} from "./examiner.ts";

const log = createLog({ level: "silent", isPretty: false });
const worker = join(
  import.meta.dirname,
  "../../../../tests/stubborn-worker.ts",
);

const open = (timers: Timers, limits: Partial<ExaminerLimits> = {}) => {
  const examiner = createExaminer({
    timers,
    log,
    worker,
    limits: {
      timeMs: 60_000,
      memoryBytes: 10 ** 12,
      idleMs: 60_000,
      ...limits,
    },
  });
  const look = (path: string) =>
    examiner.examine({ path, folder: "", crop: null });
  return { examiner, look };
};
const seen = { detected: null, picture: null, hasPreview: false };

describe("a file that is too much for its examiner", () => {
  it("is given up when it takes too long, and the next one is looked at", async () => {
    const clock = createTestClock();
    const { examiner, look } = open(clock);
    await using _end = examiner;
    const hanging = look("hang");
    const next = look("fine");
    // The first has been handed over when its guard stands.
    await Promise.resolve();
    clock.advance(60_000);
    await expect(hanging).rejects.toThrow("SIGKILL");
    expect(await next).toEqual(seen);
  });

  it("is given up when it takes too much memory", async () => {
    const { examiner, look } = open(systemTimers, {
      memoryBytes: 150 * 1024 * 1024,
    });
    await using _end = examiner;
    await expect(look("grow")).rejects.toThrow("SIGKILL");
    expect(await look("fine")).toEqual(seen);
  });

  it("may take the process along, and no other file", async () => {
    const { examiner, look } = open(createTestClock());
    await using _end = examiner;
    const answers = await Promise.allSettled([look("die"), look("fine")]);
    expect(answers.map(({ status }) => status)).toEqual([
      "rejected",
      "fulfilled",
    ]);
  });
});

it("an examiner that stops says so: the file is looked at later", async () => {
  const { examiner, look } = open(createTestClock());
  const hanging = look("hang");
  const stopped = expect(hanging).rejects.toThrow(ExaminerStoppedError);
  await Promise.resolve();
  await examiner[Symbol.asyncDispose]();
  await stopped;
  await expect(look("fine")).rejects.toThrow(ExaminerStoppedError);
});
