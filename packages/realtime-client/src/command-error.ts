import type { ErrorCode, ServerFrame } from "@veche/contracts";

type ErrorFrame = Extract<ServerFrame, { t: "error" }>;
export type CommandIssue = NonNullable<ErrorFrame["issues"]>[number];

/** A command was refused, or the line could not carry it (`server.unavailable`: it may have been done all the same). */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: ErrorCode;
  /** How long to wait before the same command has a chance, if the server said so. */
  readonly retryAfterMs: number | undefined;
  /** Which fields were wrong. */
  readonly issues: readonly CommandIssue[];
  /** Names the failure in the server's log. */
  readonly reference: string | undefined;

  constructor(frame: Omit<ErrorFrame, "t" | "id">) {
    super(frame.code);
    this.code = frame.code;
    this.retryAfterMs = frame.retryAfterMs;
    this.issues = frame.issues ?? [];
    this.reference = frame.reference;
  }
}
