import { weekdays, type ConferenceSchedule } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { isOccurrence, occurrencesBetween, overAt } from "./occurrences.ts";

const standUp: ConferenceSchedule = {
  startsAtLocal: "2026-10-19T10:00",
  timeZone: "Europe/Berlin",
  durationMinutes: 30,
  repeat: {
    every: "week",
    interval: 1,
    weekdays: ["MO"],
    count: null,
    until: null,
  },
};

const dayMs = 86_400_000;

const startsOf = (
  schedule: ConferenceSchedule,
  [from, to]: readonly [string, string],
): readonly string[] =>
  occurrencesBetween(schedule, [], {
    from: new Date(from),
    to: new Date(to),
  }).map(({ startsAt }) => startsAt.toISOString());

describe("a weekly conference", () => {
  it("stays at ten on the wall when the clocks are put back", () => {
    expect(
      startsOf(standUp, ["2026-10-19T00:00Z", "2026-11-03T00:00Z"]),
    ).toEqual([
      "2026-10-19T08:00:00.000Z",
      "2026-10-26T09:00:00.000Z",
      "2026-11-02T09:00:00.000Z",
    ]);
  });

  it("is there while it lasts, and no longer", () => {
    const at = (from: string, to: string) => startsOf(standUp, [from, to]);
    expect(at("2026-10-19T08:29Z", "2026-10-19T08:30Z")).toHaveLength(1);
    expect(at("2026-10-19T08:30Z", "2026-10-19T08:40Z")).toEqual([]);
    expect(at("2026-10-19T07:00Z", "2026-10-19T08:00Z")).toEqual([]);
  });

  it("has one occurrence elsewhere when it is moved, and none when it is called off", () => {
    const exceptions = [
      {
        originalAt: new Date("2026-10-26T09:00Z"),
        movedTo: { startsAtLocal: "2026-10-27T15:00", durationMinutes: 60 },
      },
      { originalAt: new Date("2026-11-02T09:00Z"), movedTo: null },
    ];
    const span = {
      from: new Date("2026-10-26T00:00Z"),
      to: new Date("2026-11-10T00:00Z"),
    };
    expect(occurrencesBetween(standUp, exceptions, span)).toEqual([
      {
        originalAt: new Date("2026-10-26T09:00Z"),
        startsAt: new Date("2026-10-27T14:00Z"),
        endsAt: new Date("2026-10-27T15:00Z"),
        isMoved: true,
      },
      {
        originalAt: new Date("2026-11-09T09:00Z"),
        startsAt: new Date("2026-11-09T09:00Z"),
        endsAt: new Date("2026-11-09T09:30Z"),
        isMoved: false,
      },
    ]);
  });

  it("knows its occurrences from other instants", () => {
    expect(isOccurrence(standUp, new Date("2026-10-26T09:00Z"))).toBe(true);
    expect(isOccurrence(standUp, new Date("2026-10-26T08:00Z"))).toBe(false);
  });
});

const walls = new Map<string, Intl.DateTimeFormat>();
function wallOf(timeZone: string, atMs: number): string {
  const format =
    walls.get(timeZone) ??
    new Intl.DateTimeFormat("sv-SE", {
      ...{ timeZone, year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit" },
    });
  walls.set(timeZone, format);
  return format.format(atMs).replace(" ", "T");
}

/** Told without Temporal and without the library: the first instant at which that zone's wall shows this. */
function shownAt(local: string, timeZone: string): Date | undefined {
  const utcMs = Date.parse(`${local}Z`);
  // Clocks are changed once in two days at most: one of these offsets holds.
  const offsets = [utcMs - dayMs, utcMs + dayMs].map(
    (atMs) => Date.parse(`${wallOf(timeZone, atMs)}Z`) - atMs,
  );
  const instants = offsets
    .map((offsetMs) => utcMs - offsetMs)
    .filter((atMs) => wallOf(timeZone, atMs) === local);
  return instants.length === 0 ? undefined : new Date(Math.min(...instants));
}

/** Every day is asked whether the rule means it. */
function countedByHand(
  { startsAtLocal, timeZone, repeat }: ConferenceSchedule,
  days: number,
): readonly Date[] {
  const [firstDay = "", time = ""] = startsAtLocal.split("T");
  if (repeat === null) throw new Error("only rules are counted");
  const firstMs = Date.parse(firstDay);
  const mondayMs = firstMs - ((new Date(firstMs).getUTCDay() + 6) % 7) * dayMs;
  const found: Date[] = [];
  for (let day = 0; day < days; day += 1) {
    const date = new Date(firstMs + day * dayMs);
    const name = date.toISOString().slice(0, 10);
    const first = new Date(firstMs);
    const months =
      (date.getUTCFullYear() - first.getUTCFullYear()) * 12 +
      date.getUTCMonth() -
      first.getUTCMonth();
    const weekday = weekdays[(date.getUTCDay() + 6) % 7];
    const isMeant = {
      day: () => day % repeat.interval === 0,
      week: () =>
        Math.floor((date.getTime() - mondayMs) / (7 * dayMs)) %
          repeat.interval ===
          0 && repeat.weekdays.some((one) => one === weekday),
      month: () =>
        months % repeat.interval === 0 &&
        date.getUTCDate() === first.getUTCDate(),
    }[repeat.every]();
    if (!isMeant || (repeat.until !== null && name > repeat.until)) continue;
    const at = shownAt(`${name}T${time}`, timeZone);
    if (at === undefined) continue;
    found.push(at);
    if (found.length === repeat.count) break;
  }
  return found;
}

/** Numbers from 0 to 1 that are the same in every run. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const zones = [
  ...["Europe/Berlin", "Europe/Moscow", "America/New_York", "Asia/Kathmandu"],
  ...["Australia/Lord_Howe", "America/St_Johns", "Africa/Cairo", "UTC"],
] as const;

function anySchedule(seed: number): ConferenceSchedule {
  const draw = draws(seed);
  const upTo = (count: number) => Math.floor(draw() * count);
  const two = (value: number) => String(value).padStart(2, "0");
  const firstMs = Date.parse("2026-01-01") + upTo(365) * dayMs;
  const firstDay = new Date(firstMs).toISOString().slice(0, 10);
  const every = (["day", "week", "month"] as const)[upTo(3)] ?? "day";
  const own = weekdays[(new Date(firstMs).getUTCDay() + 6) % 7] ?? "MO";
  const end = upTo(3);
  return {
    // The night hours, where clocks are changed, come often.
    startsAtLocal: `${firstDay}T${two(upTo(2) === 0 ? upTo(4) : upTo(24))}:${two(upTo(4) * 15)}`,
    timeZone: zones[upTo(zones.length)] ?? "UTC",
    durationMinutes: 5 + upTo(120),
    repeat: {
      every,
      interval: 1 + upTo(3),
      weekdays:
        every === "week"
          ? weekdays.filter((day) => day === own || upTo(3) === 0)
          : [],
      count: end === 1 ? 2 + upTo(30) : null,
      until:
        end === 2
          ? new Date(firstMs + upTo(400) * dayMs).toISOString().slice(0, 10)
          : null,
    },
  };
}

it("any rule takes place when a count by hand, day by day, says so", () => {
  const days = 500;
  let compared = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const schedule = anySchedule(seed);
    const { startsAtLocal, timeZone, durationMinutes, repeat } = schedule;
    const first = shownAt(startsAtLocal, timeZone);
    if (first === undefined) continue; // refused before: that hour does not exist
    const counted = countedByHand(schedule, days);
    const from = first;
    const to = new Date(Date.parse(`${startsAtLocal}Z`) + (days - 2) * dayMs);
    const takes = occurrencesBetween(schedule, [], { from, to });
    expect(
      takes.map(({ startsAt }) => startsAt.toISOString()),
      JSON.stringify(schedule),
    ).toEqual(counted.filter((at) => at < to).map((at) => at.toISOString()));
    const isEndless = repeat?.count === null && repeat.until === null;
    const last = counted.at(-1);
    if (
      !isEndless &&
      last &&
      last < to &&
      (repeat?.count ?? 0) <= counted.length
    )
      expect(overAt(schedule)?.getTime(), JSON.stringify(schedule)).toBe(
        last.getTime() + durationMinutes * 60_000,
      );
    compared += takes.length;
  }
  expect(compared).toBeGreaterThan(10_000);
});
