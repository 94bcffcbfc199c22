import { errors, jwtVerify } from "jose";
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { oneLine } from "../../platform/one-line.ts";

const maxLifetimeS = 600;
const clockToleranceS = 60;
const maxAttributes = 30;
const maxNameLength = 120;

const claimsCheck = Compile(
  Type.Object({
    sub: Type.String({ minLength: 1, maxLength: 200 }),
    name: Type.Optional(Type.String({ maxLength: 500 })),
    email: Type.Optional(Type.String({ maxLength: 254 })),
    phone: Type.Optional(Type.String({ maxLength: 40 })),
    attributes: Type.Optional(
      Type.Record(
        Type.String({ maxLength: 60 }),
        Type.String({ maxLength: 500 }),
      ),
    ),
    iat: Type.Number(),
    exp: Type.Number(),
  }),
);

/** A customer as the company's site names them. */
export interface CustomerIdentity {
  readonly externalId: string;
  /** Null when the site does not say. */
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

export type IdentityVerdict =
  | { readonly ok: true; readonly identity: CustomerIdentity }
  | { readonly ok: false; readonly reason: "expired" | "invalid" };

export interface IdentityTokenCheck {
  readonly token: string;
  readonly secret: string;
  /** The token must be meant for this site. */
  readonly siteKey: string;
  readonly now: Date;
}

/** Reads a JWT that the company's site signed with its secret (HS256), at most ten minutes long. */
export async function verifyIdentityToken({
  token,
  secret,
  siteKey,
  now,
}: IdentityTokenCheck): Promise<IdentityVerdict> {
  try {
    const { payload } = await jwtVerify(
      token,
      new TextEncoder().encode(secret),
      {
        algorithms: ["HS256"],
        audience: siteKey,
        requiredClaims: ["sub", "iat", "exp"],
        currentDate: now,
        clockTolerance: clockToleranceS,
      },
    );
    if (!claimsCheck.Check(payload)) return invalid;
    if (payload.exp - payload.iat > maxLifetimeS) return invalid;
    if (payload.iat > now.getTime() / 1000 + clockToleranceS) return invalid;
    return readClaims(payload);
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      return { ok: false, reason: "expired" };
    if (error instanceof errors.JOSEError) return invalid;
    throw error;
  }
}

const invalid: IdentityVerdict = { ok: false, reason: "invalid" };

function readClaims(claims: {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}): IdentityVerdict {
  const externalId = oneLine(claims.sub);
  const attributes = Object.entries(claims.attributes ?? {});
  if (externalId === "" || attributes.length > maxAttributes) return invalid;
  return {
    ok: true,
    identity: {
      externalId,
      name: textOrNull(claims.name)?.slice(0, maxNameLength) ?? null,
      email: textOrNull(claims.email),
      phone: textOrNull(claims.phone),
      attributes: Object.fromEntries(
        attributes.map(([key, value]) => [oneLine(key), oneLine(value)]),
      ),
    },
  };
}

function textOrNull(claim: string | undefined): string | null {
  const text = oneLine(claim ?? "");
  return text === "" ? null : text;
}
