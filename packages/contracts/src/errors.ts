/** Who can do something about a failure: it decides the advice the text gives. */
export type FixedBy = "caller" | "administrator" | "time";

export interface ErrorDefinition {
  readonly status: number;
  readonly fixedBy: FixedBy;
}

const caller = (status: number): ErrorDefinition => ({
  status,
  fixedBy: "caller",
});
const administrator = (status: number): ErrorDefinition => ({
  status,
  fixedBy: "administrator",
});
const time = (status: number): ErrorDefinition => ({
  status,
  fixedBy: "time",
});

/**
 * Every failure a client can meet, on REST and on the socket. The code is stable; texts in both
 * languages stand in `packages/ui` and a test holds the two against each other, both ways.
 */
export const errorRegistry = {
  "request.invalid": caller(400),
  "request.unknown_command": caller(400),
  "request.too_large": caller(413),
  "request.unsupported_media_type": caller(415),
  "request.not_found": caller(404),
  "request.conflict": caller(409),
  "request.rate_limited": time(429),
  "auth.required": caller(401),
  "auth.wrong_credentials": caller(401),
  "auth.locked": time(429),
  "auth.session_ended": caller(401),
  "auth.forbidden": administrator(403),
  "auth.origin_refused": administrator(403),
  "auth.weak_password": caller(422),
  "auth.identity_token_invalid": administrator(401),
  "auth.identity_token_expired": caller(401),
  "auth.last_admin": caller(409),
  "auth.wrong_code": caller(401),
  "auth.step_expired": caller(401),
  "auth.passkey_refused": caller(401),
  "auth.second_factor_required": administrator(409),
  "auth.network_refused": caller(403),
  "auth.network_excludes_you": caller(409),
  "auth.company_only": caller(403),
  "auth.company_denied": caller(401),
  "auth.company_failed": caller(401),
  "auth.company_stranger": administrator(403),
  "auth.company_blocked": administrator(403),
  "auth.company_unreachable": time(503),
  "user.login_taken": caller(409),
  "site.unknown": administrator(404),
  "application.refused": administrator(401),
  "application.token_expired": caller(401),
  "application.key_taken": caller(409),
  "application.user_unknown": administrator(404),
  "application.no_webhook": caller(409),
  "object.not_found": caller(404),
  "object.type_unknown": caller(404),
  "conversation.not_found": caller(404),
  "conversation.closed": caller(409),
  "conversation.fixed": caller(409),
  "conversation.last_owner": caller(409),
  "conversation.invitation_gone": caller(404),
  "message.client_id_reused": caller(409),
  "message.not_found": caller(404),
  "message.deleted": caller(409),
  "message.not_editable": caller(409),
  "message.too_many_reactions": caller(409),
  "message.too_many_pins": caller(409),
  "message.already_sent": caller(409),
  "conversation.confidential": caller(403),
  "conversation.device_refused": caller(403),
  "file.not_found": caller(404),
  "file.too_large": caller(413),
  "file.quota_exceeded": caller(413),
  "file.not_ready": time(409),
  "file.refused": caller(422),
  "file.not_a_picture": caller(422),
  "file.offset_conflict": caller(409),
  "sticker.not_found": caller(404),
  "sticker.set_full": caller(409),
  "push.address_refused": caller(422),
  "people.list_unreadable": caller(422),
  "department.name_taken": caller(409),
  "department.in_use": caller(409),
  "tag.name_taken": caller(409),
  "contact_centre.request_open": caller(409),
  "contact_centre.request_ended": caller(409),
  "contact_centre.offer_gone": caller(409),
  "contact_centre.operator_busy": caller(409),
  "contact_centre.customer_away": time(409),
  "contact_centre.operator_unavailable": caller(409),
  "contact_centre.not_transferable": caller(409),
  "contact_centre.closed": caller(409),
  "canned_answer.shortcut_taken": caller(409),
  "canned_answer.too_many": caller(409),
  "canned_answer.variable_unknown": caller(422),
  "conference.not_found": caller(404),
  "conference.not_organiser": caller(403),
  "conference.occurrence_unknown": caller(404),
  "guest.link_ended": caller(404),
  "guest.password_wrong": caller(403),
  "call.ended": caller(409),
  "call.busy": caller(409),
  "call.elsewhere": caller(409),
  "call.full": caller(409),
  "call.for_two": administrator(409),
  "call.room_gone": time(409),
  "recording.not_found": caller(404),
  "recording.impossible": administrator(409),
  "call.lobby": caller(409),
  "call.locked": caller(409),
  "call.refused": caller(403),
  "call.not_presenter": caller(403),
  "recording.not_playable": time(409),
  "recording.held": administrator(409),
  "recording.link_ended": caller(404),
  "composing.impossible": administrator(409),
  "server.unavailable": time(503),
  "server.read_only": administrator(503),
  "server.draining": time(503),
  "server.failed": administrator(500),
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorRegistry;

// Object.keys forgets the key type; the registry above is closed.
export const errorCodes = Object.keys(errorRegistry) as ErrorCode[];
