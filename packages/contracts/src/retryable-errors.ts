import type { ErrorCode } from "./errors.ts";

/** Kept apart from the registry: what customers' browsers load needs these alone. */
const retryable: ReadonlySet<string> = new Set<ErrorCode>([
  "request.rate_limited",
  "auth.locked",
  "auth.identity_token_expired",
  "auth.company_unreachable",
  "application.token_expired",
  "file.not_ready",
  "contact_centre.customer_away",
  "call.room_gone",
  "call.lobby",
  "call.locked",
  "recording.not_playable",
  "server.unavailable",
  "server.read_only",
  "server.draining",
  "server.failed",
]);

/** The same request may succeed later without being changed. */
export const isRetryable = (code: ErrorCode): boolean => retryable.has(code);
