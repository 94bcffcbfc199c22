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

globalThis.Date = new Proxy(RealDate, {
  construct: (real, args: readonly unknown[], target) =>
    Reflect.construct(
      real,
      args.length === 0 ? [RealDate.now() + shiftMs] : args,
      target,
    ),
  get: (real, name, receiver) =>
    name === "now"
      ? () => RealDate.now() + shiftMs
      : Reflect.get(real, name, receiver),
});
