import { Secret } from "otpauth";

/** Eighty bits: nobody guesses one, not from a copy of the table either. */
const CODE_BYTES = 10;

/** One of the codes for the day the telephone is gone: `abcd-efgh-ijkl-mnop`. */
export const recoveryCode = (bytes: Uint8Array): string =>
  (
    new Secret({
      buffer: Uint8Array.from(bytes.subarray(0, CODE_BYTES)).buffer,
    }).base32
      .toLowerCase()
      .match(/.{4}/gu) ?? []
  ).join("-");

/** What somebody typed as their second step: case, blanks and dashes do not count. */
export function readStepCode(typed: string): {
  readonly kind: "totp" | "recovery_code";
  readonly code: string;
} {
  const code = typed.replaceAll(/[\s-]/gu, "").toLowerCase();
  return { kind: /^\d{6}$/u.test(code) ? "totp" : "recovery_code", code };
}
