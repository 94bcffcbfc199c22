import type { WorkingHours } from "@veche/contracts";
import { expect, it } from "vitest";
import {
  isWorkable,
  withDay,
  withMore,
  withTime,
  withoutStretch,
} from "./working-week.ts";

const monday = { day: 1, from: "09:00", to: "18:00" };
const wednesday = { day: 3, from: "10:00", to: "19:00" };
const week: WorkingHours = [monday, wednesday];

it("takes a day in at its place in the week, and out again", () => {
  const more = withDay(week, 2);
  expect(more.map(({ day }) => day)).toEqual([1, 2, 3]);
  expect(withDay(more, 2)).toEqual(week);
});

it("has a break in a day, which can be taken back", () => {
  const broken = withMore(week, 1);
  expect(broken.map(({ day, from }) => `${String(day)} ${from}`)).toEqual([
    "1 09:00",
    "1 19:00",
    "3 10:00",
  ]);
  const [, evening] = broken;
  expect(evening && withoutStretch(broken, evening)).toEqual(week);
});

it("may last until midnight", () => {
  const late = withTime(week, monday, { end: "to", at: "00:00" });
  expect(late[0]).toEqual({ ...monday, to: "24:00" });
  expect(isWorkable(late)).toBe(true);
});

it("is not kept with an end missing or before its beginning", () => {
  for (const at of ["", "08:00"])
    expect(isWorkable(withTime(week, monday, { end: "to", at }))).toBe(false);
});
