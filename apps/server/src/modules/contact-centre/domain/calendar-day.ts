import { Temporal } from "temporal-polyfill";

/** Undefined for what no calendar has. */
export function dayOf(day: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(day, { overflow: "reject" });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
