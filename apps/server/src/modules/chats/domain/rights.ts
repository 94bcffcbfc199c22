import type { Conversation, ErrorCode, MemberRole } from "@veche/contracts";

/** What of a conversation decides who may do what with it. Who may write in it the messages module decides. */
export type Rules = Pick<Conversation, "kind" | "access" | "posting">;

export type Decision =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: Extract<
        ErrorCode,
        | "auth.forbidden"
        | "conversation.fixed"
        | "conversation.last_owner"
        | "conversation.not_found"
      >;
    };

/** Null: not a member. To whoever is not in it, a closed conversation does not exist. */
export type RoleIn = MemberRole | null;

const yes: Decision = { ok: true };
const forbidden: Decision = { ok: false, code: "auth.forbidden" };
const fixed: Decision = { ok: false, code: "conversation.fixed" };
const unknown: Decision = { ok: false, code: "conversation.not_found" };

/** Direct, support and external conversations are as their parties are; only these have owners who decide. */
const isGoverned = ({ kind }: Rules): boolean =>
  kind === "group" || kind === "channel" || kind === "context";

const governs = (role: RoleIn): boolean => role === "owner" || role === "admin";

function governed(rules: Rules, role: RoleIn): Decision {
  if (role === null) return unknown;
  if (!isGoverned(rules)) return fixed;
  return governs(role) ? yes : forbidden;
}

/** Reading: members, and any user of the staff where it is open. */
export const mayRead = (rules: Rules, role: RoleIn): Decision =>
  role !== null || rules.access === "open" ? yes : unknown;

/** Title, picture, description, access and posting. */
export const mayUpdate = governed;

/** Confidential mode: who governs, and either of two in private. */
export const mayConfide = (rules: Rules, role: RoleIn): Decision =>
  rules.kind === "direct" && role !== null ? yes : governed(rules, role);

export const mayAddMembers = governed;

/** An admin removes those below; an owner anybody else. */
export function mayRemoveMember(
  rules: Rules,
  role: RoleIn,
  target: MemberRole,
): Decision {
  const decision = governed(rules, role);
  if (!decision.ok || role === "owner") return decision;
  return governs(target) ? forbidden : yes;
}

export interface RoleChange {
  readonly from: MemberRole;
  readonly to: MemberRole;
  /** Owners there are now. */
  readonly ownerCount: number;
}

/** An admin moves people between member and read-only; an owner gives any role, but the last one stays. */
export function maySetRole(
  rules: Rules,
  role: RoleIn,
  { from, to, ownerCount }: RoleChange,
): Decision {
  const decision = governed(rules, role);
  if (!decision.ok) return decision;
  if (role !== "owner") return governs(from) || governs(to) ? forbidden : yes;
  return from === "owner" && to !== "owner" && ownerCount === 1
    ? { ok: false, code: "conversation.last_owner" }
    : yes;
}

/** Any user joins what is open. */
export const mayJoin = (rules: Rules): Decision =>
  isGoverned(rules) && rules.access === "open" ? yes : unknown;

export function mayLeave(rules: Rules, role: RoleIn): Decision {
  if (role === null) return unknown;
  return isGoverned(rules) ? yes : fixed;
}

/** For everybody, with all that was said. A context conversation ends with its object. */
export function mayDelete(rules: Rules, role: RoleIn): Decision {
  if (role === null) return unknown;
  if (rules.kind !== "group" && rules.kind !== "channel") return fixed;
  return role === "owner" ? yes : forbidden;
}
