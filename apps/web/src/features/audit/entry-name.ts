import type { DurableEvent } from "@veche/contracts";
import type { Texts } from "../../platform/texts/texts.tsx";

type Known = DurableEvent["type"];

/** Every fact the contract keeps; the compiler misses one that is left out. */
const known: Readonly<Record<Known, true>> = {
  "session.started": true,
  "session.ended": true,
  "sign_in.failed": true,
  "user.created": true,
  "user.changed": true,
  "user.disabled": true,
  "user.erased": true,
  "export.requested": true,
  "export.taken": true,
  "retention.changed": true,
  "erasure_policy.changed": true,
  "messages.expired": true,
  "password.changed": true,
  "person.changed": true,
  "people.imported": true,
  "scim_token.created": true,
  "scim_token.revoked": true,
  "department.changed": true,
  "tag.changed": true,
  "branding.changed": true,
  "site.created": true,
  "site.changed": true,
  "site.secret_rotated": true,
  "application.created": true,
  "application.changed": true,
  "application.secret_rotated": true,
  "application.removed": true,
  "context.opened": true,
  "customer.identified": true,
  "customer.viewed": true,
  "group.created": true,
  "channel.created": true,
  "invitation.created": true,
  "invitation.revoked": true,
  "conversation.changed": true,
  "confidentiality.changed": true,
  "conversation.deleted": true,
  "request.created": true,
  "request.accepted": true,
  "request.ended": true,
  "offer.made": true,
  "offer.closed": true,
  "operator.state_changed": true,
  "call.started": true,
  "call.ended": true,
};

const isKnown = (type: string): type is Known => type in known;

/** An entry in the reader's words; one of a newer server under its own name. */
export const entryName = (texts: Texts, type: string): string =>
  isKnown(type) ? texts.t(`audit.type.${type}`) : type;
