import ICAL from "ical.js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Conference, ConferencePlan } from "@veche/contracts";
import { newClientId } from "../../../tests/conversations.ts";
import {
  openConferences,
  type ConferencesWorld,
} from "../../../tests/conferences.ts";
import { serverActor } from "../../platform/db/database.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

let world: ConferencesWorld;
let anna: UserPrincipal;
let boris: UserPrincipal;
/** Beginnings that the logs told of. */
let told: string[];

beforeEach(async () => {
  world = await openConferences();
  [anna, boris] = [world.user("Anna"), world.user("Boris")];
  told = [];
  world.test.bus.on("timeline.appended", ({ events }) => {
    for (const event of events)
      if (event.type === "conference.soon") told.push(event.startsAt);
  });
});
afterEach(() => world[Symbol.asyncDispose]());

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

// The clock of the tests begins on Monday, 2 March 2026, at 9:00 in UTC.
const plan = (part: Partial<ConferencePlan> = {}): ConferencePlan => ({
  title: "Talk",
  about: null,
  schedule: {
    startsAtLocal: "2026-03-02T10:00",
    timeZone: "UTC",
    durationMinutes: 30,
    repeat: {
      ...{ every: "day", interval: 1, weekdays: [] },
      ...{ count: null, until: null },
    },
  },
  invitees: [{ userId: boris.id, isOrganiser: false }],
  outside: ["olga@elsewhere.example"],
  ...{ hasLobby: false, presenters: "everybody", isRecorded: false },
  ...part,
});

async function planned(part: Partial<ConferencePlan> = {}) {
  const { body } = await world.as(anna, "createConference", {
    body: { clientId: newClientId(), plan: plan(part) },
  });
  return body;
}

const passes = async (ms: number) => {
  world.clock.advance(ms);
  await world.conferences.quiet();
};

const remindedByLetter = () =>
  world.letters
    .filter(({ subject }) => subject === "Begins soon: Talk")
    .map(({ to }) => to)
    .sort();

describe("a conference that begins soon", () => {
  it("is told of in its log and by letter a quarter of an hour before, once", async () => {
    await planned();
    await passes(44 * minuteMs);
    expect(told).toEqual([]);
    await passes(minuteMs);
    await passes(minuteMs);
    expect(told).toEqual(["2026-03-02T10:00:00.000Z"]);
    expect(remindedByLetter()).toEqual([
      ...["anna@example.com", "boris@example.com"],
      "olga@elsewhere.example",
    ]);
    await passes(dayMs);
    expect(told).toHaveLength(2);
  });

  it("is told of anew at another time, and not at all where it is off", async () => {
    const { id } = await planned();
    await passes(46 * minuteMs);
    const originalAt = "2026-03-02T10:00:00.000Z";
    const move = (
      movedTo: { startsAtLocal: string; durationMinutes: number } | null,
    ) =>
      world.as(anna, "changeOccurrence", {
        params: { conferenceId: id, originalAt },
        body: { movedTo },
      });
    await move({ startsAtLocal: "2026-03-02T12:00", durationMinutes: 30 });
    await passes(2 * 60 * minuteMs);
    expect(told).toEqual([originalAt, "2026-03-02T12:00:00.000Z"]);
    await world.as(anna, "cancelConference", {
      params: { conferenceId: id },
    });
    await passes(dayMs);
    expect(told).toHaveLength(2);
  });

  it("is told of to nobody while an administrator has reminders off, and what passed then is not told of later", async () => {
    await planned();
    const set = async (by: UserPrincipal, body: { readonly areOn: boolean }) =>
      (await world.as(by, "updateConferenceReminders", { body })).status;
    const admin: UserPrincipal = Object.assign(world.user("Vera"), {
      roles: ["admin"],
    });
    expect(await set(boris, { areOn: false })).toBe(403);
    expect(await set(admin, { areOn: false })).toBe(200);
    await passes(46 * minuteMs);
    expect((await world.as(boris, "getConferenceReminders", {})).body).toEqual({
      areOn: false,
    });
    expect(await set(admin, { areOn: true })).toBe(200);
    await passes(5 * minuteMs);
    expect([told, remindedByLetter()]).toEqual([[], []]);
    await passes(dayMs);
    expect(told).toEqual(["2026-03-03T10:00:00.000Z"]);
  });

  it("sends no letter to whoever does not come", async () => {
    const { id } = await planned({ outside: [] });
    await world.as(boris, "answerConference", {
      params: { conferenceId: id },
      body: { answer: "no" },
    });
    await passes(50 * minuteMs);
    expect(remindedByLetter()).toEqual(["anna@example.com"]);
  });

  it("is let go when it began while nobody looked", async () => {
    await planned();
    await passes(61 * minuteMs);
    expect(told).toEqual([]);
  });

  it("is looked for months ahead", async () => {
    await planned({
      schedule: {
        ...{ startsAtLocal: "2026-08-03T10:00", timeZone: "UTC" },
        ...{ durationMinutes: 30, repeat: null },
      },
    });
    for (let days = 0; days < 153; days += 1) await passes(dayMs);
    expect(told).toEqual([]);
    await passes(50 * minuteMs + dayMs);
    expect(told).toEqual(["2026-08-03T10:00:00.000Z"]);
  });
});

describe("a person's calendar for other programs", () => {
  const read = async (url: string | null) => {
    const { status, html: text } = await world.follow(url ?? "", "GET");
    return { status, text };
  };
  const titles = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents("vevent")
      .map((one) => String(one.getFirstPropertyValue("summary")));
  const made = async (by: UserPrincipal) =>
    (await world.as(by, "makeCalendarFeed", {})).body.url;

  it("holds what they are invited to and did not decline, and names nobody", async () => {
    const url = await made(boris);
    const declined = await planned({ title: "Declined" });
    await world.as(boris, "answerConference", {
      params: { conferenceId: declined.id },
      body: { answer: "no" },
    });
    await planned();
    const { status, text } = await read(url);
    expect(status).toBe(200);
    expect(titles(text)).toEqual(["Talk"]);
    expect(text).toContain("METHOD:PUBLISH");
    expect(text).toContain("RRULE:FREQ=DAILY");
    expect(text).not.toContain("@example.com");
  });

  it("follows what changes, each time of its own zone", async () => {
    const url = await made(boris);
    const { id }: Conference = await planned();
    await world.as(anna, "updateConference", {
      params: { conferenceId: id },
      body: plan({
        title: "Later",
        schedule: {
          ...{ startsAtLocal: "2026-05-04T10:00", timeZone: "Europe/Moscow" },
          ...{ durationMinutes: 30, repeat: null },
        },
      }),
    });
    const { text } = await read(url);
    expect(titles(text)).toEqual(["Later"]);
    expect(text).toContain("DTSTART;TZID=Europe/Moscow:20260504T100000");
    expect(text).toContain("BEGIN:VTIMEZONE");
  });

  it("ends with another address, with its own end and with its person", async () => {
    const first = await made(boris);
    const second = await made(boris);
    expect(await read(first)).toMatchObject({ status: 404 });
    expect(await read(second)).toMatchObject({ status: 200 });
    world.dismiss(boris);
    expect(await read(second)).toMatchObject({ status: 404 });
    const annas = await made(anna);
    await world.as(anna, "endCalendarFeed", {});
    expect(await read(annas)).toMatchObject({ status: 404 });
    const erased = await made(anna);
    await world.test.database.transact(serverActor, (unit) =>
      world.conferences.erasePlaces(unit, { userId: anna.id }),
    );
    expect(await read(erased)).toMatchObject({ status: 404 });
  });
});
