import type { ErrorCode, Problem } from "@veche/contracts";

/** `offline`: no answer came, the request may or may not have been carried out. */
export type FailureCode = ErrorCode | "offline";

/** What a REST call rejects with; `code` is the contract's, and the texts speak of it. */
export class RestFailure extends Error {
  readonly code: FailureCode;
  readonly retryAfterMs: number | undefined;
  readonly reference: string | undefined;
  readonly issues: NonNullable<Problem["issues"]>;

  constructor(
    code: FailureCode,
    problem?: Partial<Problem>,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = "RestFailure";
    this.code = code;
    this.retryAfterMs = problem?.retryAfterMs;
    this.reference = problem?.reference;
    this.issues = problem?.issues ?? [];
  }
}
