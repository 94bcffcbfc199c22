import { muchUsedPasswords } from "./much-used-passwords.ts";

const MIN_CHARACTERS = 10;

export type PasswordVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "short" | "like_login" | "common" };

/** Length before composition: no rule about kinds of characters, which only makes people write them down. */
export function judgePassword(
  password: string,
  login: string,
): PasswordVerdict {
  const lowered = password.toLowerCase();
  if (Array.from(password).length < MIN_CHARACTERS)
    return { ok: false, reason: "short" };
  if (lowered.replaceAll(login.toLowerCase(), "").length < MIN_CHARACTERS / 2)
    return { ok: false, reason: "like_login" };
  const isRepeated = new Set(lowered).size < 3;
  if (isRepeated || muchUsedPasswords.has(lowered))
    return { ok: false, reason: "common" };
  return { ok: true };
}
