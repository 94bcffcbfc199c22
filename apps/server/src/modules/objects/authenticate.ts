import { createHash, timingSafeEqual } from "node:crypto";
import {
  APPLICATION_TOKEN_AUDIENCE,
  EMBED_TOKEN_AUDIENCE,
} from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { Credential } from "../../platform/http/authenticate-keys.ts";
import type {
  ApplicationPrincipal,
  EmbeddedUser,
} from "../../platform/principal.ts";
import {
  claimedIssuer,
  verifyApplicationToken,
  type ApplicationClaims,
} from "./application-token.ts";
import { readEmbedToken } from "./embed-token.ts";
import type { ObjectsDeps } from "./objects-deps.ts";
import {
  applicationById,
  applicationByKey,
  type ApplicationRow,
} from "./store/applications.ts";

type Powers = Pick<
  ObjectsDeps,
  "database" | "clock" | "secrets" | "users" | "embedKey"
>;

const refused = () => new AppError("application.refused");

/** For which application a key or a token speaks. Refuses `application.refused`, `application.token_expired`. */
export async function authenticateApplication(
  powers: Powers,
  credential: Credential,
): Promise<ApplicationPrincipal> {
  if (credential.kind === "token") {
    const { application } = await readToken(powers, {
      token: credential.token,
      audience: APPLICATION_TOKEN_AUDIENCE,
    });
    return principalOf(application);
  }
  const { db } = powers.database;
  const application = await applicationByKey(db, credential.key);
  if (application?.disabledAt !== null) throw refused();
  const isRight = secretsOf(powers, application).some((secret) =>
    isSame(secret, credential.secret),
  );
  if (!isRight) throw refused();
  return principalOf(application);
}

/** Who may open which object's conversation in a page of which application. The same refusals. */
export async function readEmbedRequest(
  powers: Powers,
  token: string,
): Promise<{
  readonly application: ApplicationRow;
  readonly user: string;
  readonly object: { readonly type: string; readonly id: string };
}> {
  const { application, claims } = await readToken(powers, {
    token,
    audience: EMBED_TOKEN_AUDIENCE,
  });
  const [type, id, ...more] = claims.object?.split("/") ?? [];
  if (claims.sub === undefined || type === undefined || id === undefined)
    throw refused();
  if (type === "" || id === "" || more.length > 0) throw refused();
  return { application, user: claims.sub, object: { type, id } };
}

/** Whom a token of an embedded conversation lets in. Their being a member is asked at each use, not here. */
export async function authenticateEmbedded(
  powers: Powers,
  token: string,
): Promise<EmbeddedUser> {
  const grant = await readEmbedToken(
    powers.embedKey,
    token,
    powers.clock.now(),
  );
  if (grant === undefined) throw new AppError("application.token_expired");
  const { userId, applicationId, conversationId } = grant;
  const [application, user] = await Promise.all([
    applicationById(powers.database.db, applicationId),
    powers.users.find("id", userId),
  ]);
  if (application?.disabledAt !== null || user === undefined) throw refused();
  const { id, name, language } = user;
  return {
    kind: "embedded",
    id,
    name,
    language,
    applicationId,
    conversationId,
  };
}

async function readToken(
  powers: Powers,
  { token, audience }: { readonly token: string; readonly audience: string },
): Promise<{
  readonly application: ApplicationRow;
  readonly claims: ApplicationClaims;
}> {
  const key = claimedIssuer(token);
  if (key === undefined) throw refused();
  const application = await applicationByKey(powers.database.db, key);
  if (application?.disabledAt !== null) throw refused();
  const verdict = await verifyApplicationToken({
    token,
    secrets: secretsOf(powers, application),
    issuer: key,
    audience,
    now: powers.clock.now(),
  });
  if (verdict.ok) return { application, claims: verdict.claims };
  throw verdict.reason === "expired"
    ? new AppError("application.token_expired")
    : refused();
}

/** The present secret, and the one before it while it still goes on. */
function secretsOf(
  { secrets, clock }: Powers,
  { secret, oldSecret, oldSecretUntil }: ApplicationRow,
): readonly string[] {
  const isOldGood =
    oldSecretUntil !== null && oldSecretUntil.getTime() > clock.now().getTime();
  return oldSecret !== null && isOldGood
    ? [secrets.open(secret), secrets.open(oldSecret)]
    : [secrets.open(secret)];
}

const principalOf = ({
  id,
  key,
  name,
}: ApplicationRow): ApplicationPrincipal => ({
  kind: "application",
  id,
  key,
  name,
});

/** In the same time whatever differs: of hashes, so that lengths are alike. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(hashOf(one), hashOf(other));

const hashOf = (text: string): Buffer =>
  createHash("sha256").update(text).digest();
