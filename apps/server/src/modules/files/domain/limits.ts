import type { Reader } from "./may-read.ts";

/** What the administrator allows the staff. */
export interface FileLimits {
  readonly maxFileBytes: number;
  readonly quotaBytes: number;
}

const mebibyte = 1024 * 1024;
/** Customers come unasked from a public page. */
const customers: FileLimits = {
  maxFileBytes: 50 * mebibyte,
  quotaBytes: 500 * mebibyte,
};

export function limitsOf(
  staff: FileLimits,
  { kind }: Pick<Reader, "kind">,
): FileLimits {
  if (kind === "user") return staff;
  return {
    maxFileBytes: Math.min(staff.maxFileBytes, customers.maxFileBytes),
    quotaBytes: Math.min(staff.quotaBytes, customers.quotaBytes),
  };
}

/** What each file costs beside its bytes, so that empty ones are not free. */
const envelopeBytes = 4_096;

/** What a file takes of its owner's room. */
export const roomOf = (declaredBytes: number): number =>
  declaredBytes + envelopeBytes;

/** Files of one owner that serve as nothing yet. */
export const maxUnusedFiles = 500;

/** An upload that nobody goes on with is removed after this. */
export const unfinishedLifetimeMs = 24 * 3_600_000;
/** A file that nobody uses: an outbox may wait some days for its line. */
export const unusedLifetimeMs = 7 * 24 * 3_600_000;
/** How long the sender can learn that a file was refused. */
export const refusalLifetimeMs = 24 * 3_600_000;
