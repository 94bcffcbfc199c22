import type { WidgetSettings } from "@veche/contracts";
import { createStore } from "@veche/realtime-client";
import { expect, test } from "vitest";
import type { FrameHost } from "../../loader/face.ts";
import { refreshAtOpening } from "./refresh-settings.ts";
import type { Widget } from "./widget.ts";

const nowMs = Date.parse("2026-03-02T08:00:00.000Z");

/** A widget that waits; the server has nine o'clock for its next answer. */
function closedUntil(opensAt: string | null) {
  // Only the hours matter here.
  const open = { opensAt: null } as WidgetSettings;
  const settings = createStore({ ...open, opensAt });
  const planned: { readonly delayMs: number; readonly task: () => void }[] = [];
  // The parts of a widget that are asked here.
  const widget = {
    settings,
    host: { settingsPath: "settings" } as FrameHost,
    http: { readSettings: async () => open },
    serverNowMs: () => nowMs,
    powers: {
      after: (delayMs: number, task: () => void) => {
        planned.push({ delayMs, task });
        return () => void planned.pop();
      },
    },
  } as unknown as Widget;
  return { end: refreshAtOpening(widget), planned, settings };
}

test("a widget that stays open looks again when calls are taken again", async () => {
  const { planned, settings } = closedUntil("2026-03-02T09:00:00.000Z");
  expect(planned.map(({ delayMs }) => delayMs)).toEqual([3_605_000]);
  planned[0]?.task();
  await expect.poll(() => settings.get().opensAt).toBeNull();
});

test("an opening of the past is looked for soon, one far away tomorrow, and none not at all", () => {
  const delays = (opensAt: string | null) =>
    closedUntil(opensAt).planned.map(({ delayMs }) => delayMs);
  expect(delays("2026-03-01T09:00:00.000Z")).toEqual([5_000]);
  expect(delays("2026-06-01T09:00:00.000Z")).toEqual([86_400_000]);
  expect(delays(null)).toEqual([]);
});

test("a widget that is gone looks no more", () => {
  const { end, planned } = closedUntil("2026-03-02T09:00:00.000Z");
  end();
  expect(planned).toEqual([]);
});
