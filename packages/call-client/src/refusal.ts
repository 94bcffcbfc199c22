import type { ErrorCode } from "@veche/contracts";

interface Refusal {
  readonly code: ErrorCode;
  readonly retryAfterMs?: number;
}

const isRefusal = (error: unknown): error is Refusal =>
  typeof error === "object" && error !== null && "code" in error;

/** The contract's code of a failed command; an error of no code counts as the server's failure. */
export const refusal = (error: unknown): Refusal =>
  isRefusal(error) ? error : { code: "server.failed" };
