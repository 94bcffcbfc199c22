import { expect, it } from "vitest";
import { systemTimers } from "../../../platform/timers.ts";
import type { JanusHandle } from "../janus/janus-handle.ts";
import { FeedRecorder } from "./feed-recorder.ts";

/** Writes what it is asked to write first, until it is told to stop; its first answer comes to nobody. */
function mediaServer() {
  let writtenTo: unknown = null;
  let asked = 0;
  const handle: JanusHandle = {
    ask({ record, filename }) {
      if (record === false) writtenTo = null;
      else writtenTo ??= filename;
      asked += 1;
      return asked === 1
        ? Promise.reject(new Error("no answer in time"))
        : Promise.resolve({ data: {}, sdp: undefined });
    },
    trickle: () => Promise.resolve(),
  };
  return { handle, writtenTo: () => writtenTo };
}

it("counts as writing, and under no part's name, when its beginning was not confirmed; stopped, it writes the next part", async () => {
  const { handle, writtenTo } = mediaServer();
  const recorder = new FeedRecorder(systemTimers);
  await expect(recorder.begin(handle, "first")).rejects.toThrow();
  expect(recorder.base).not.toBeNull();
  expect(recorder.base).not.toBe("first");
  await recorder.stop(handle);
  expect([recorder.base, writtenTo()]).toEqual([null, null]);
  await recorder.begin(handle, "second");
  expect([recorder.base, writtenTo()]).toEqual(["second", "second"]);
  recorder.forget();
});
