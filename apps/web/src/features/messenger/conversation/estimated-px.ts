import type { TimelineRow } from "./timeline-rows.ts";

const linePx = 22;
const linesAtMost = 40;

/** A guess good enough for the scroll bar until the row is measured. */
export function estimatedPx(row: TimelineRow | undefined): number {
  if (row?.kind !== "message" && row?.kind !== "unsent") return 44;
  const { body } = row.kind === "message" ? row.entry : row.message;
  const lines = Math.ceil(body.length / 70) + body.split("\n").length - 1;
  return (
    (row.isContinued ? 38 : 62) + (Math.min(lines, linesAtMost) - 1) * linePx
  );
}
