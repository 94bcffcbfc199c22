import { isRetryable, type ErrorCode, type Problem } from "@veche/contracts";

/** The server refused: a stable code, where in the input it lies, and whether the same may succeed later. */
export class VecheRefusal extends Error {
  override readonly name = "VecheRefusal";
  readonly status: number;
  readonly code: ErrorCode | "unreachable";
  readonly issues: NonNullable<Problem["issues"]>;
  readonly isRetryable: boolean;
  /** How long to wait before the same question; 0 where the server did not say. */
  readonly retryAfterMs: number;

  constructor(
    refusal: Pick<VecheRefusal, "status" | "code" | "issues" | "retryAfterMs">,
    cause?: unknown,
  ) {
    const places = refusal.issues.map(({ path, message }) =>
      path === "" ? message : `${path} ${message}`,
    );
    super([refusal.code, ...places].join("; "), { cause });
    this.status = refusal.status;
    this.code = refusal.code;
    this.issues = refusal.issues;
    this.retryAfterMs = refusal.retryAfterMs;
    this.isRetryable =
      refusal.code === "unreachable" || isRetryable(refusal.code);
  }
}
