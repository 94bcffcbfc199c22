import type { RecordingPolicy, Role } from "@veche/contracts";

/** The right to record is a role's; customers have none. Everybody of the staff is an employee, whatever else they are. */
export const mayRecord = (
  roles: readonly Role[],
  policy: RecordingPolicy,
): boolean =>
  policy.roles.includes("employee") ||
  roles.some((role) => policy.roles.includes(role));
