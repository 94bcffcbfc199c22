/** Who can do something about a failure: it decides the advice the text gives. */
export type FixedBy = "caller" | "administrator" | "time";

export interface ErrorDefinition {
  readonly status: number;
  /** The same request may succeed later without being changed. */
  readonly isRetryable: boolean;
  readonly fixedBy: FixedBy;
}

const define = (status: number, isRetryable: boolean, fixedBy: FixedBy): ErrorDefinition => ({
  status,
  isRetryable,
  fixedBy,
});

/**
 * Every failure a client can meet, on REST and on the socket. The code is stable; texts in both
 * languages stand in `packages/ui` and a test holds the two against each other, both ways.
 */
export const errorRegistry = {
  "request.invalid": define(400, false, "caller"),
  "request.unknown_command": define(400, false, "caller"),
  "request.too_large": define(413, false, "caller"),
  "request.unsupported_media_type": define(415, false, "caller"),
  "request.not_found": define(404, false, "caller"),
  "request.conflict": define(409, false, "caller"),
  "request.rate_limited": define(429, true, "time"),
  "auth.required": define(401, false, "caller"),
  "auth.wrong_credentials": define(401, false, "caller"),
  "auth.locked": define(429, true, "time"),
  "auth.session_ended": define(401, false, "caller"),
  "auth.forbidden": define(403, false, "administrator"),
  "auth.origin_refused": define(403, false, "administrator"),
  "auth.weak_password": define(422, false, "caller"),
  "auth.identity_token_invalid": define(401, false, "administrator"),
  "auth.identity_token_expired": define(401, true, "caller"),
  "auth.last_admin": define(409, false, "caller"),
  "user.login_taken": define(409, false, "caller"),
  "site.unknown": define(404, false, "administrator"),
  "conversation.not_found": define(404, false, "caller"),
  "conversation.closed": define(409, false, "caller"),
  "message.client_id_reused": define(409, false, "caller"),
  "contact_centre.request_open": define(409, false, "caller"),
  "contact_centre.request_ended": define(409, false, "caller"),
  "contact_centre.offer_gone": define(409, false, "caller"),
  "contact_centre.operator_busy": define(409, false, "caller"),
  "contact_centre.customer_away": define(409, true, "time"),
  "call.ended": define(409, false, "caller"),
  "call.busy": define(409, false, "caller"),
  "call.elsewhere": define(409, false, "caller"),
  "server.unavailable": define(503, true, "time"),
  "server.draining": define(503, true, "time"),
  "server.failed": define(500, true, "administrator"),
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorRegistry;

export const errorCodes = Object.keys(errorRegistry) as ErrorCode[];
