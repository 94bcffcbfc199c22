import { expect, it } from "vitest";
import type { JoinId } from "@veche/contracts";
import { VirtualTime } from "../../tests/virtual-time.ts";
import { SpeakerWatch } from "./speaker-watch.ts";

it("who is the loudest for a while has the word, and keeps it in silence; a cough does not take it", async () => {
  const time = new VirtualTime();
  let levels: Record<string, number> = {};
  const watch = new SpeakerWatch({
    powers: time.powers,
    levels: () => new Map(Object.entries(levels)) as Map<JoinId, number>,
    changed: () => undefined,
  });
  const after = async (ms: number, now: Record<string, number>) => {
    levels = now;
    await time.pass(ms);
    return watch.speaker;
  };
  expect(await after(400, { anna: 0.01, boris: 0.005 })).toBeNull();
  expect(await after(400, { anna: 0.3, boris: 0.1 })).toBe("anna");
  expect(await after(1_000, { anna: 0, boris: 0 })).toBe("anna");
  expect(await after(200, { anna: 0.1, boris: 0.5 })).toBe("anna");
  expect(await after(200, { anna: 0.2, boris: 0.1 })).toBe("anna");
  expect(await after(400, { anna: 0.1, boris: 0.5 })).toBe("boris");
  watch.close();
});
