import { describe, expect, it } from "vitest";
import {
  reportEndpoints,
  type EndpointPart,
  type Report,
} from "@veche/contracts";
import {
  at,
  happeningsIn,
  type Office,
} from "../../../tests/office-happenings.ts";
import { openOffice } from "../../../tests/office.ts";

const { getReport } = reportEndpoints;
type Asked = EndpointPart<typeof getReport, "query">;

const monday: Asked = {
  from: "2026-03-02",
  to: "2026-03-02",
  timeZone: "Europe/Moscow",
  by: "day",
  withinSeconds: 20,
};

async function report(
  { as }: Office,
  asked: Partial<Asked> = {},
): Promise<Report> {
  const { status, body } = await as("supervisor", getReport, {
    query: { ...monday, ...asked },
  });
  expect(status).toBe(200);
  return body;
}

/** Olga takes one after 10 s and serves for a minute; one leaves after 30 s; one of Sunday evening waits 40 s for Nina. */
async function threeRequests(office: Office): Promise<void> {
  const put = happeningsIn(office);
  const olga = await put.operator("Olga", { state: "available" });
  const nina = await put.operator("Nina", { state: "available" });
  const served = await put.request(
    "Carl",
    {
      ...{ state: "ended", endReason: "completed" },
      createdAt: at("09:00:00"),
      acceptedAt: at("09:00:10"),
      endedAt: at("09:01:10"),
    },
    olga,
  );
  await put.wrappedUp(served, at("09:01:10"), at("09:01:30"));
  await put.request("Dora", {
    ...{ state: "ended", endReason: "abandoned" },
    createdAt: at("11:30:00"),
    endedAt: at("11:30:30"),
  });
  await put.request(
    "Eve",
    {
      ...{ state: "ended", endReason: "completed" },
      createdAt: new Date("2026-03-01T23:59:40+03:00"),
      acceptedAt: at("00:00:20"),
      endedAt: at("00:05:20"),
    },
    nina,
  );
}

const told = ({ rows }: Report) =>
  rows.map(({ key, name, figures: { offered, answered, abandoned } }) => [
    ...[key, name, offered, answered, abandoned],
  ]);

describe("a report", () => {
  it("counts a day by the formulas of the live board", async () => {
    await using office = await openOffice();
    await threeRequests(office);
    const { total, rows } = await report(office);
    expect(total).toEqual({
      ...{ offered: 2, answered: 1, abandoned: 1, stillWaiting: 0 },
      ...{ answeredInTime: 1, handled: 1 },
      ...{ abandonedShare: 0.5, serviceLevel: 1 },
      ...{ meanWaitMs: 10_000, meanHandleMs: 80_000, meanWrapUpMs: 20_000 },
      longestWaitMs: 30_000,
      ...{ rated: 0, satisfiedShare: null },
      ...{ meanPeople: null, meanTechnology: null },
    });
    expect(rows).toEqual([{ key: "2026-03-02", name: null, figures: total }]);
  });

  it("has a row for each of what is asked for in which something came in", async () => {
    await using office = await openOffice();
    await threeRequests(office);
    const both = { from: "2026-03-01" };
    expect(told(await report(office, both))).toEqual([
      ["2026-03-01", null, 1, 1, 0],
      ["2026-03-02", null, 2, 1, 1],
    ]);
    expect(told(await report(office, { ...both, by: "hour" }))).toEqual([
      ["9", null, 1, 1, 0],
      ["11", null, 1, 0, 1],
      ["23", null, 1, 1, 0],
    ]);
    expect(told(await report(office, { ...both, by: "weekday" }))).toEqual([
      ["1", null, 2, 1, 1],
      ["7", null, 1, 1, 0],
    ]);
    expect(
      told(await report(office, { ...both, by: "operator" })).map(
        ([, ...row]) => row,
      ),
    ).toEqual([
      ["Nina", 1, 1, 0],
      ["Olga", 1, 1, 0],
      [null, 1, 0, 1],
    ]);
    expect(
      told(await report(office, { ...both, by: "queue" })).map(
        ([, ...row]) => row,
      ),
    ).toEqual([["Support", 3, 2, 1]]);
  });

  it("tells by each grouping what customers said of people and technology (B32)", async () => {
    await using office = await openOffice();
    const put = happeningsIn(office);
    const olga = await put.operator("Olga", { state: "available" });
    const nina = await put.operator("Nina", { state: "available" });
    const served = (by: typeof olga, clock: string) =>
      put.request(
        "Carl",
        {
          ...{ state: "ended", endReason: "completed" },
          ...{ createdAt: at(clock), acceptedAt: at(clock) },
          endedAt: at("12:00:00"),
        },
        by,
      );
    await put.rated(await served(olga, "09:00:00"), 5, at("12:00:00"));
    await put.rated(await served(olga, "09:20:00"), 3, at("12:00:00"));
    // Of the technology alone: no word about people.
    await put.rated(await served(nina, "10:00:00"), null, at("12:00:00"));
    await served(nina, "10:20:00");

    const olgas = { rated: 2, satisfiedShare: 0.5, meanPeople: 4 };
    const ninas = { rated: 1, satisfiedShare: null, meanPeople: null };
    const all = { ...olgas, rated: 3, meanTechnology: 3 };
    const rowsBy = async (by: Asked["by"]) => {
      const { rows, total } = await report(office, { by });
      expect(total).toMatchObject(all);
      return rows.map(({ key, name, figures }) => ({
        ...{ of: name ?? key, rated: figures.rated },
        satisfiedShare: figures.satisfiedShare,
        meanPeople: figures.meanPeople,
      }));
    };
    expect(await rowsBy("day")).toEqual([
      { of: "2026-03-02", ...olgas, rated: 3 },
    ]);
    expect(await rowsBy("weekday")).toEqual([{ of: "1", ...olgas, rated: 3 }]);
    expect(await rowsBy("hour")).toEqual([
      { of: "9", ...olgas },
      { of: "10", ...ninas },
    ]);
    expect(await rowsBy("queue")).toEqual([
      { of: "Support", ...olgas, rated: 3 },
    ]);
    expect(await rowsBy("operator")).toEqual([
      { of: "Nina", ...ninas },
      { of: "Olga", ...olgas },
    ]);
  });

  it("begins and ends by the clocks of the zone it is asked for", async () => {
    await using office = await openOffice();
    await threeRequests(office);
    // In Omsk it was three hours later: Monday had begun.
    expect(
      told(await report(office, { timeZone: "Asia/Omsk", by: "hour" })),
    ).toEqual([
      ["2", null, 1, 1, 0],
      ["12", null, 1, 1, 0],
      ["14", null, 1, 0, 1],
    ]);
  });

  it("holds the hour that a day has more, and tells of no hour twice", async () => {
    await using office = await openOffice();
    const put = happeningsIn(office);
    // New York, 1 November: the hour after one o'clock comes twice.
    for (const time of ["04:00", "05:30", "06:30", "04:59:59"])
      await put.request("Carl", {
        ...{ state: "ended", endReason: "abandoned" },
        createdAt: new Date(`2026-11-01T${time}Z`),
        endedAt: new Date(`2026-11-01T${time}Z`),
      });
    await put.request("Dora", {
      ...{ state: "ended", endReason: "abandoned" },
      createdAt: new Date("2026-11-02T05:00:00Z"),
      endedAt: new Date("2026-11-02T05:00:00Z"),
    });
    const day = { from: "2026-11-01", to: "2026-11-01" };
    const zone = { timeZone: "America/New_York" };
    expect(told(await report(office, { ...day, ...zone, by: "hour" }))).toEqual(
      [
        ["0", null, 2, 0, 2],
        ["1", null, 2, 0, 2],
      ],
    );
  });

  it("of days on which nobody asked is empty, and divides by nothing", async () => {
    await using office = await openOffice();
    const { rows, total } = await report(office);
    expect(rows).toEqual([]);
    expect(total).toMatchObject({
      ...{ offered: 0, serviceLevel: null, meanWaitMs: null },
      longestWaitMs: null,
    });
  });

  it("of a year adds up what is far apart", async () => {
    await using office = await openOffice();
    const put = happeningsIn(office);
    const nina = await put.operator("Nina", { state: "available" });
    for (const [month, hour] of [
      ["01", "09"],
      ["12", "08"],
      ["06", "09"],
    ] as const) {
      const asked = new Date(`2026-${month}-01T${hour}:00:00+03:00`);
      await put.request(
        "Carl",
        {
          ...{ state: "ended", endReason: "completed", createdAt: asked },
          ...{ acceptedAt: asked, endedAt: asked },
        },
        nina,
      );
    }
    const year = { from: "2026-01-01", to: "2026-12-31" };
    expect(told(await report(office, { ...year, by: "hour" }))).toEqual([
      ["8", null, 1, 1, 0],
      ["9", null, 2, 2, 0],
    ]);
    const { total, rows } = await report(office, { ...year, by: "operator" });
    expect(rows).toEqual([
      { key: nina.userId, name: "Nina", figures: { ...total, offered: 3 } },
    ]);
  });

  it("knows no longest wait while everybody still waits", async () => {
    await using office = await openOffice();
    await happeningsIn(office).request("Carl", {
      ...{ state: "waiting", createdAt: at("11:00:00") },
    });
    expect((await report(office)).total).toMatchObject({
      ...{ offered: 1, stillWaiting: 1, longestWaitMs: null },
    });
  });

  it("is for supervisors and administrators, and of days that there are", async () => {
    await using office = await openOffice();
    for (const role of ["employee", "operator"] as const)
      expect(await office.as(role, getReport, { query: monday })).toMatchObject(
        { code: "auth.forbidden" },
      );
    expect(
      (await office.as("admin", getReport, { query: monday })).status,
    ).toBe(200);
    for (const wrong of [
      { timeZone: "Mars/Olympus" },
      { from: "2026-02-30" },
      { to: "2026-02-30" },
      { to: "2026-03-01" },
      { from: "2025-03-01" },
      { withinSeconds: 0 },
    ])
      expect(
        await office.as("admin", getReport, { query: { ...monday, ...wrong } }),
      ).toMatchObject({ status: 400, code: "request.invalid" });
    expect(
      (
        await office.as("admin", getReport, {
          query: { ...monday, from: "2025-03-02" },
        })
      ).status,
    ).toBe(200);
  });
});
