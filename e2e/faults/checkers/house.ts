import type { Checker } from "./evidence.ts";

/** P0 (f). */
export const auditChainHolds: Checker = ({ isAuditChainIntact }) =>
  isAuditChainIntact ? [] : ["the audit chain does not verify"];

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
