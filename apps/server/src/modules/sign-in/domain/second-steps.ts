import type { Role, SecondStep } from "@veche/contracts";

/** What somebody has beside the password. */
export interface Factors {
  readonly hasTotp: boolean;
  readonly passkeyCount: number;
  readonly recoveryCodesLeft: number;
}

export type NextStep =
  | { readonly kind: "none" }
  | { readonly kind: "second_step"; readonly steps: readonly SecondStep[] }
  | { readonly kind: "must_enrol" };

/** Whether one of the roles asks for a second factor. */
interface Need {
  readonly isRequired: boolean;
}

export const isRequired = (
  roles: readonly Role[],
  secondFactorRoles: readonly Role[],
): boolean => roles.some((role) => secondFactorRoles.includes(role));

/** Of second factors; codes for bad days are none. */
export const countOf = ({ hasTotp, passkeyCount }: Factors): number =>
  (hasTotp ? 1 : 0) + passkeyCount;

/** What follows a right password: whoever has a second factor is asked for it, required or not. */
export function nextStep(
  factors: Factors,
  { isRequired: required }: Need,
): NextStep {
  if (countOf(factors) === 0) return { kind: required ? "must_enrol" : "none" };
  const steps: readonly SecondStep[] = [
    ...(factors.passkeyCount > 0 ? (["passkey"] as const) : []),
    ...(factors.hasTotp ? (["totp"] as const) : []),
    ...(factors.recoveryCodesLeft > 0 ? (["recovery_code"] as const) : []),
  ];
  return { kind: "second_step", steps };
}

/** May one more be taken away? */
export const mayRemoveOne = (
  factors: Factors,
  { isRequired: required }: Need,
): boolean => !required || countOf(factors) > 1;
