import { readFileSync } from "node:fs";

/*
 * Preloaded into a server: its wall clock stands as far from the machine's as the file in SHIFT_FILE says,
 * milliseconds. Its database keeps the machine's time, as the other node of an installation would; time that only
 * runs forward (performance.now, timers) is left alone, as a jump of the clock leaves it.
 */
const path = process.env["SHIFT_FILE"] ?? "";
const lookEveryMs = 20;
const RealDate = Date;
let shiftMs = 0;

const look = (): void => {
  try {
    shiftMs = Number(readFileSync(path, "utf8"));
  } catch {
    shiftMs = 0;
  }
};
look();
setInterval(look, lookEveryMs).unref();

/** Without arguments the present, as the shifted clock has it. */
class ShiftedDate extends RealDate {
  constructor(...given: readonly unknown[]) {
    // What a date is made of is told apart by the real one.
    super(...((given.length === 0 ? [ShiftedDate.now()] : given) as [number]));
  }

  static override now(): number {
    return RealDate.now() + shiftMs;
  }
}
// Called without `new` nobody uses it here: that would be a text.
globalThis.Date = ShiftedDate as DateConstructor;
