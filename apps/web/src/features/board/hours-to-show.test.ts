import type { LiveHour } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { hoursToShow } from "./hours-to-show.ts";

describe("the hours shown", () => {
  const hour = (startsAt: string, offered: number): LiveHour => ({
    ...{ startsAt, offered },
    ...{ answered: 0, abandoned: 0 },
  });

  it("begin with the first request and have no gap afterwards", () => {
    const hours = [hour("a", 0), hour("b", 2), hour("c", 0)];
    expect(hoursToShow(hours).map(({ startsAt }) => startsAt)).toEqual([
      "b",
      "c",
    ]);
  });

  it("are none on a day without requests", () => {
    expect(hoursToShow([hour("a", 0)])).toEqual([]);
  });
});
