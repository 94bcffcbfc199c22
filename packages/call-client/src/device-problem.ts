import type { DeviceProblem } from "./local-media.ts";

/* Names of the DOMExceptions of getUserMedia and getDisplayMedia, of today's browsers and a few earlier ones. */
const problems: Readonly<Record<string, DeviceProblem>> = {
  NotAllowedError: "denied",
  PermissionDeniedError: "denied",
  SecurityError: "denied",
  NotFoundError: "not_found",
  DevicesNotFoundError: "not_found",
  OverconstrainedError: "not_found",
  NotReadableError: "in_use",
  TrackStartError: "in_use",
  AbortError: "in_use",
};

/** Why a device could not be opened, in words of ours. */
export const deviceProblem = (error: unknown): DeviceProblem =>
  (error instanceof Error ? problems[error.name] : undefined) ?? "failed";
