import type { WorkingHours } from "@veche/contracts";

type Stretch = WorkingHours[number];

const usual = { from: "09:00", to: "18:00" } as const;

/** A day that is worked or not, as it was not before. */
export const withDay = (hours: WorkingHours, day: number): WorkingHours => {
  const others = hours.filter((one) => one.day !== day);
  return others.length < hours.length
    ? others
    : [...others, { day, ...usual }].toSorted((one, two) => one.day - two.day);
};

/** One more stretch in a day: after a break. */
export const withMore = (hours: WorkingHours, day: number): WorkingHours =>
  [...hours, { day, from: "19:00", to: "20:00" }].toSorted(
    (one, two) => one.day - two.day,
  );

export const withoutStretch = (
  hours: WorkingHours,
  stretch: Stretch,
): WorkingHours => hours.filter((one) => one !== stretch);

/** Midnight at the end of a stretch is the end of its day. */
export const withTime = (
  hours: WorkingHours,
  stretch: Stretch,
  { end, at }: { readonly end: "from" | "to"; readonly at: string },
): WorkingHours =>
  hours.map((one) =>
    one === stretch
      ? { ...one, [end]: end === "to" && at === "00:00" ? "24:00" : at }
      : one,
  );

/** Every stretch has both its ends, in their order. */
export const isWorkable = (hours: WorkingHours): boolean =>
  hours.every(({ from, to }) => from !== "" && to !== "" && from < to);
