import type { Role } from "@veche/contracts";

/**
 * Who may do what, the only place that says it. An endpoint's `access` in the contract is the same rule seen from the
 * wire; what somebody may do with one particular thing (their own request, their conversation) is its module's rule.
 */
const rights = {
  /** Create, change and disable users. */
  "users.manage": ["admin"],
  /** Branding and sites. */
  "workspace.manage": ["admin"],
  "audit.read": ["admin"],
  /** Have a state at the Desk, be rung, take requests, call customers. */
  "requests.serve": ["operator", "supervisor"],
  /** See sessions, customers and call statistics of others, not only one's own. */
  "requests.see_all": ["supervisor", "admin"],
  "operators.see": ["supervisor", "admin"],
  /** Create groups, see the users. */
  "groups.create": ["employee"],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof rights;

/** As far as rights look at a principal. */
type Holder =
  | { readonly kind: "user"; readonly roles: readonly Role[] }
  | { readonly kind: "customer" | "guest" };

/** Says whether a principal's roles allow an action; a customer may none of them. */
export function may(principal: Holder, action: Action): boolean {
  if (principal.kind !== "user") return false;
  const allowed: readonly Role[] = rights[action];
  return principal.roles.some((role) => allowed.includes(role));
}
