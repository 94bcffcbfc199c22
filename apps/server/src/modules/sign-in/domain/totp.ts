import { Secret, TOTP } from "otpauth";

/** What every application for codes understands: RFC 6238 with SHA-1, six digits, half a minute. */
const kind = { algorithm: "SHA1", digits: 6, period: 30 } as const;
const periodMs = kind.period * 1000;
/** A clock may be off by one step either way. */
const STEPS_AROUND = 1;
/** RFC 4226, R6: 160 bits. */
const SECRET_BYTES = 20;

/** A secret as people type it, from unguessable bytes. */
export const totpSecret = (bytes: Uint8Array): string =>
  new Secret({
    buffer: Uint8Array.from(bytes.subarray(0, SECRET_BYTES)).buffer,
  }).base32;

/** What the QR code says. */
export const totpAddress = (of: {
  readonly secret: string;
  /** The installation, and who signs in to it, as the application shows them. */
  readonly issuer: string;
  readonly login: string;
}): string =>
  new TOTP({
    ...kind,
    issuer: of.issuer,
    label: of.login,
    secret: Secret.fromBase32(of.secret),
  }).toString();

/** Which half minute (counted from 1970) a code belongs to; undefined: to none near `nowMs`. */
export function stepOf(
  code: string,
  { secret, nowMs }: { readonly secret: string; readonly nowMs: number },
): number | undefined {
  const away = TOTP.validate({
    ...kind,
    token: code,
    secret: Secret.fromBase32(secret),
    timestamp: nowMs,
    window: STEPS_AROUND,
  });
  return away === null ? undefined : Math.floor(nowMs / periodMs) + away;
}
