import { decodeJwt, errors, jwtVerify } from "jose";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { MAX_APPLICATION_TOKEN_S } from "@veche/contracts";

const clockToleranceS = 60;

const claimsCheck = Compile(
  Type.Object({
    iss: Type.String({ maxLength: 40 }),
    sub: Type.Optional(Type.String({ minLength: 1, maxLength: 254 })),
    object: Type.Optional(Type.String({ minLength: 3, maxLength: 161 })),
    iat: Type.Number(),
    exp: Type.Number(),
  }),
);

export interface ApplicationClaims {
  /** The user, as the application names them; none when it speaks for itself. */
  readonly sub?: string;
  /** `order/42`. */
  readonly object?: string;
}

export type TokenVerdict =
  | { readonly ok: true; readonly claims: ApplicationClaims }
  | { readonly ok: false; readonly reason: "expired" | "invalid" };

/** Whose token it says it is; nothing of it is proved yet. Undefined for what is no token. */
export function claimedIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}

export interface TokenCheck {
  readonly token: string;
  /** Those the application may sign with now. */
  readonly secrets: readonly string[];
  readonly issuer: string;
  readonly audience: string;
  readonly now: Date;
}

/** Reads a JWT that an application signed (HS256), at most ten minutes long. */
export async function verifyApplicationToken(
  check: TokenCheck,
): Promise<TokenVerdict> {
  let verdict: TokenVerdict = invalid;
  for (const secret of check.secrets) {
    verdict = await verifyWith(secret, check);
    if (verdict.ok || verdict.reason === "expired") return verdict;
  }
  return verdict;
}

const invalid: TokenVerdict = { ok: false, reason: "invalid" };

async function verifyWith(
  secret: string,
  { token, issuer, audience, now }: TokenCheck,
): Promise<TokenVerdict> {
  try {
    const { payload } = await jwtVerify(
      token,
      new TextEncoder().encode(secret),
      {
        algorithms: ["HS256"],
        issuer,
        audience,
        requiredClaims: ["iat", "exp"],
        currentDate: now,
        clockTolerance: clockToleranceS,
      },
    );
    if (!claimsCheck.Check(payload)) return invalid;
    const { iat, exp, sub, object } = payload;
    if (exp - iat > MAX_APPLICATION_TOKEN_S) return invalid;
    if (iat > now.getTime() / 1000 + clockToleranceS) return invalid;
    return {
      ok: true,
      claims: {
        ...(sub === undefined ? {} : { sub }),
        ...(object === undefined ? {} : { object }),
      },
    };
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      return { ok: false, reason: "expired" };
    if (error instanceof errors.JOSEError) return invalid;
    throw error;
  }
}
