import { expect, test } from "vitest";
import { createEventList } from "./event-list.ts";

test("a handler is told of its event until it is taken off", () => {
  const { emit, on } = createEventList(expect.fail);
  const seen: unknown[] = [];
  const off = on("unread", (detail) => void seen.push(detail));
  emit("unread", { count: 2 });
  emit("opened", {});
  off();
  emit("unread", { count: 3 });
  expect(seen).toEqual([{ count: 2 }]);
});

test("whoever asks for ready after it happened is told at once", () => {
  const { emit, on } = createEventList(expect.fail);
  emit("ready", {});
  let isReady = false;
  on("ready", () => {
    isReady = true;
  });
  expect(isReady).toBe(true);
});

test("a failing handler is reported and the next one is still told", () => {
  const reports: string[] = [];
  const { emit, on } = createEventList((message) => void reports.push(message));
  let isTold = false;
  on("opened", () => {
    throw new Error("theirs");
  });
  on("opened", () => {
    isTold = true;
  });
  emit("opened", {});
  expect({ isTold, reports }).toEqual({
    isTold: true,
    reports: ["a handler of the page failed"],
  });
});
