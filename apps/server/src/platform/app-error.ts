import type { ErrorCode } from "@veche/contracts";

export interface AppErrorOptions {
  readonly retryAfterMs?: number;
  readonly issues?: readonly {
    readonly path: string;
    readonly message: string;
  }[];
  readonly cause?: unknown;
}

/** A refusal on its way to the edge: a code of the registry and what the client needs to act on it. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly retryAfterMs: number | undefined;
  readonly issues: AppErrorOptions["issues"];

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(code, { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
    this.issues = options.issues;
  }
}
