import { expect, it } from "vitest";
import { minutesAhead, shiftedHours } from "./zone-hours.ts";

const noonMs = Date.UTC(2026, 0, 15, 12);

it("knows how much later it is elsewhere, half hours and summer time too", () => {
  expect(minutesAhead("Asia/Vladivostok", "Europe/Moscow", noonMs)).toBe(420);
  expect(minutesAhead("Asia/Kolkata", "UTC", noonMs)).toBe(330);
  const summerMs = Date.UTC(2026, 6, 15, 12);
  expect(minutesAhead("Europe/Berlin", "UTC", noonMs)).toBe(60);
  expect(minutesAhead("Europe/Berlin", "UTC", summerMs)).toBe(120);
});

it("shows a colleague's day on my clock", () => {
  expect(shiftedHours([{ day: 1, from: "09:00", to: "18:00" }], -420)).toEqual([
    { day: 1, from: "02:00", to: "11:00" },
  ]);
});

it("parts a stretch that goes over midnight, and one that goes over the week's end", () => {
  expect(shiftedHours([{ day: 7, from: "15:00", to: "24:00" }], 420)).toEqual([
    { day: 7, from: "22:00", to: "24:00" },
    { day: 1, from: "00:00", to: "07:00" },
  ]);
  expect(shiftedHours([{ day: 1, from: "02:00", to: "06:00" }], -420)).toEqual([
    { day: 7, from: "19:00", to: "23:00" },
  ]);
});
