import { AppError } from "../../platform/app-error.ts";
import type {
  CustomerPrincipal,
  Principal,
  UserPrincipal,
} from "../../platform/principal.ts";
import { may } from "../identity/index.ts";

/** Whoever serves customers, or a refusal. */
export function requireOperator(principal: Principal): UserPrincipal {
  if (principal.kind !== "user" || !may(principal, "requests.serve"))
    throw new AppError("auth.forbidden");
  return principal;
}

/** Whoever may see others' sessions, or a refusal. */
export function requireOverseer(principal: Principal): UserPrincipal {
  if (principal.kind !== "user" || !may(principal, "requests.see_all"))
    throw new AppError("auth.forbidden");
  return principal;
}

/** Whoever may serve others' sessions, or a refusal. */
export function requireSupervisor(principal: Principal): UserPrincipal {
  const operator = requireOperator(principal);
  if (!may(operator, "requests.see_all")) throw new AppError("auth.forbidden");
  return operator;
}

export function requireCustomer(principal: Principal): CustomerPrincipal {
  if (principal.kind !== "customer") throw new AppError("auth.forbidden");
  return principal;
}
