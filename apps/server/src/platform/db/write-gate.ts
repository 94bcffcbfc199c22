/** Says whether writing is allowed now; the disk guard implements it. */
export interface WriteGate {
  /** Throws `AppError("server.read_only")` while writes are refused. */
  assertOpen(): void;
  /** PostgreSQL had no space left: close at once, without waiting for the next look at the disk. */
  reportDiskFull(): void;
}

export const openWriteGate: WriteGate = {
  assertOpen: () => undefined,
  reportDiskFull: () => undefined,
};
