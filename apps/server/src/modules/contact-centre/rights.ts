import type { Role } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type {
  CustomerPrincipal,
  Principal,
  UserPrincipal,
} from "../../platform/principal.ts";

const holds = (principal: Principal, wanted: readonly Role[]): boolean =>
  principal.kind === "user" &&
  principal.roles.some((role) => wanted.includes(role));

/** Serves customers. */
export const isOperator = (principal: Principal): boolean =>
  holds(principal, ["operator"]);

/** Sees everybody's work. */
export const isSupervising = (principal: Principal): boolean =>
  holds(principal, ["supervisor", "admin"]);

export function requireOperator(principal: Principal): UserPrincipal {
  if (principal.kind !== "user" || !isOperator(principal))
    throw new AppError("auth.forbidden");
  return principal;
}

export function requireCustomer(principal: Principal): CustomerPrincipal {
  if (principal.kind !== "customer") throw new AppError("auth.forbidden");
  return principal;
}
