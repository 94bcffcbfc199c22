import { createHmac } from "node:crypto";

/** How long a page may take from the token's making to its use, seconds. */
const LIFETIME_S = 300;

const encode = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString("base64url");

/** A JWT, HS256, good for five minutes from `nowMs`. */
export function signToken(
  { key, secret }: { readonly key: string; readonly secret: string },
  claims: Readonly<Record<string, string>>,
  nowMs: number,
): string {
  const issuedAtS = Math.floor(nowMs / 1000);
  const said = [
    { alg: "HS256", typ: "JWT" },
    { ...claims, iss: key, iat: issuedAtS, exp: issuedAtS + LIFETIME_S },
  ]
    .map(encode)
    .join(".");
  const signature = createHmac("sha256", secret).update(said);
  return `${said}.${signature.digest("base64url")}`;
}
