import { roles, type Role } from "@veche/contracts";

/** Roles as they are kept: everybody is an employee, each role once, in the contract's order. */
export function completeRoles(asked: readonly Role[]): readonly Role[] {
  return roles.filter((role) => role === "employee" || asked.includes(role));
}
