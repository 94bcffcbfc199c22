import fc from "fast-check";
import { expect, it } from "vitest";
import { moveCursors } from "./receipts.ts";

const seq = fc.integer({ min: 0, max: 20 });
const end = fc
  .tuple(seq, seq)
  .map(([a, b]) => ({ headSeq: Math.max(a, b), lastEntrySeq: Math.min(a, b) }));

/** Cursors as they can stand in the table: within the log, read no further than delivered. */
const present = (headSeq: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: headSeq }),
      fc.integer({ min: 0, max: headSeq }),
    )
    .map(([a, b]) => ({
      deliveredTo: Math.max(a, b),
      readTo: Math.min(a, b),
    }));

const cases = end.chain((log) =>
  fc.tuple(fc.constant(log), present(log.headSeq)),
);
const wishes = fc.record({
  deliveredTo: fc.integer({ min: 0, max: 40 }),
  readTo: fc.integer({ min: 0, max: 40 }),
});

it("cursors go forward only, stay within the log, and nothing is read before it is delivered", () => {
  fc.assert(
    fc.property(cases, wishes, ([log, from], wanted) => {
      const moved = moveCursors(from, wanted, log);
      expect(moved.deliveredTo).toBeGreaterThanOrEqual(from.deliveredTo);
      expect(moved.readTo).toBeGreaterThanOrEqual(from.readTo);
      expect(moved.deliveredTo).toBeLessThanOrEqual(log.headSeq);
      expect(moved.readTo).toBeLessThanOrEqual(moved.deliveredTo);
    }),
    { seed: 17 },
  );
});

it("the same wish again changes nothing", () => {
  fc.assert(
    fc.property(cases, wishes, ([log, from], wanted) => {
      const once = moveCursors(from, wanted, log);
      expect(moveCursors(once, wanted, log)).toEqual(once);
    }),
    { seed: 17 },
  );
});

it("what is worth confirming is confirmed, and confirmations are not", () => {
  const log = { headSeq: 9, lastEntrySeq: 5 };
  const read = (readTo: number, wanted: number) =>
    moveCursors(
      { deliveredTo: readTo, readTo },
      { deliveredTo: wanted, readTo: wanted },
      log,
    ).readTo;
  expect(read(4, 5)).toBe(5);
  expect(read(4, 99)).toBe(9);
  expect(read(5, 9)).toBe(5);
});
