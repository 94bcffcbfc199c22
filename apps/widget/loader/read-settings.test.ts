import type { WidgetSettings } from "@veche/contracts";
import { expect, test } from "vitest";
import { readSettingsUntilKnown } from "./read-settings.ts";

const settings: WidgetSettings = {
  siteKey: "shop",
  branding: { productName: "Shop", accentColour: "#0b5fa5", logoPath: null },
  language: "en",
  greeting: null,
  isStaffed: true,
  opensAt: null,
};

test("a server that is away is asked again, ever more rarely, and the site's developer is told once", async () => {
  const waits: number[] = [];
  const reports: string[] = [];
  let asked = 0;
  const answer = await readSettingsUntilKnown("https://a/", {
    readSettings: async () => {
      asked += 1;
      if (asked <= 5) throw new TypeError("network");
      return settings;
    },
    report: (message) => void reports.push(message),
    wait: async (delayMs) => void waits.push(delayMs),
  });
  expect({ answer, waits }).toEqual({
    answer: settings,
    waits: [2000, 5000, 15_000, 60_000, 60_000],
  });
  expect(reports).toHaveLength(1);
});

test("an unknown site is told once and not asked for again", async () => {
  const asking = readSettingsUntilKnown("https://a/", {
    readSettings: async () => null,
    report: () => expect.fail(),
    wait: async () => expect.fail(),
  });
  await expect(asking).rejects.toThrow("not registered");
});
