import type { Checker } from "./evidence.ts";

/** P0 (f). */
export const auditChainHolds: Checker = ({ isAuditChainIntact }) =>
  isAuditChainIntact ? [] : ["the audit chain does not verify"];

/** Whoever keeps to the rules is never told to stay away. */
export const nobodyIsSentAway: Checker = ({ endedLines }) =>
  endedLines.map((line) => `a line that kept to the rules was ended: ${line}`);

/** P0 (g): no more than twice the memory of quiet work. */
export const memoryIsBounded: Checker = ({ memory }) => {
  const { normalBytes, highestBytes } = memory;
  return highestBytes <= 2 * normalBytes
    ? []
    : [
        `memory rose from ${mebibytes(normalBytes)} to ${mebibytes(highestBytes)} MiB`,
      ];
};

const mebibytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
