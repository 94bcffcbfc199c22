/** Limits in time hold on a machine that does nothing else: they are conditions of `npm run faults` alone. */
export const isTimed = process.env["FAULT_TIMES"] === "strict";
