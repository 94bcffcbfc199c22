import type {
  Actor,
  OidcProvider,
  OidcProviderDraft,
  OidcProviderId,
  ProviderTest,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { oneLine } from "../../../platform/one-line.ts";
import { testProvider } from "../oidc/test-provider.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { deleteLinksOf } from "../store/company-identities.ts";
import {
  changeProvider,
  deleteProvider,
  findProvider,
  insertProvider,
  toProvider,
  type ProviderRow,
  type ProviderValues,
} from "../store/oidc-providers.ts";

type Powers = Pick<SignInPowers, "database" | "ids" | "secrets">;

function valuesOf(
  { secrets }: Powers,
  {
    name,
    issuer,
    clientId,
    clientSecret,
    isOff,
    ...settings
  }: OidcProviderDraft,
  before?: ProviderRow,
): ProviderValues {
  const issues = [
    ...(URL.canParse(issuer.trim())
      ? []
      : [{ path: "/issuer", message: "must be an address" }]),
    ...(settings.scopes.split(/\s+/).includes("openid")
      ? []
      : [{ path: "/scopes", message: "must name openid" }]),
    ...(oneLine(name) === ""
      ? [{ path: "/name", message: "must not be empty" }]
      : []),
  ];
  if (issues.length > 0) throw new AppError("request.invalid", { issues });
  return {
    name: oneLine(name),
    issuer: issuer.trim(),
    clientId: clientId.trim(),
    clientSecret:
      clientSecret === null
        ? (before?.clientSecret ?? null)
        : secrets.seal(clientSecret),
    settings: { ...settings, scopes: settings.scopes.trim() },
    isOff,
  };
}

/** Refuses `request.invalid`. */
export async function createProvider(
  powers: Powers,
  actor: Actor,
  draft: OidcProviderDraft,
): Promise<OidcProvider> {
  const values = valuesOf(powers, draft);
  return powers.database.transact(actor, async ({ tx, happened }) => {
    const providerId = powers.ids.next<OidcProviderId>();
    const row = await insertProvider(tx, providerId, values);
    const change = "created";
    happened({ type: "sign_in_provider.changed", providerId, change });
    return toProvider(row);
  });
}

/**
 * Another issuer means other people by the same words: the links to the old one's are dropped. Its secret goes nowhere
 * but to the issuer it was given for. Refuses `request.not_found`, `request.invalid`.
 */
export async function updateProvider(
  powers: Powers,
  actor: Actor,
  { id, ...draft }: OidcProviderDraft & { readonly id: OidcProviderId },
): Promise<OidcProvider> {
  return powers.database.transact(actor, async ({ tx, happened }) => {
    const before = await findProvider(tx, id);
    if (before === undefined) throw new AppError("request.not_found");
    const isOther = before.issuer !== draft.issuer.trim();
    if (isOther) await deleteLinksOf(tx, id);
    const kept = isOther ? { ...before, clientSecret: null } : before;
    const row = await changeProvider(tx, id, valuesOf(powers, draft, kept));
    const change = "changed";
    happened({ type: "sign_in_provider.changed", providerId: id, change });
    return toProvider(row);
  });
}

/** Refuses `request.not_found`. */
export async function removeProvider(
  { database }: Powers,
  actor: Actor,
  providerId: OidcProviderId,
): Promise<void> {
  await database.transact(actor, async ({ tx, happened }) => {
    if (!(await deleteProvider(tx, providerId)))
      throw new AppError("request.not_found");
    await deleteLinksOf(tx, providerId);
    const change = "removed";
    happened({ type: "sign_in_provider.changed", providerId, change });
  });
}

/** Refuses `request.not_found`. */
export async function tryProvider(
  {
    database,
    secrets,
    outside,
    publicUrl,
  }: Pick<SignInPowers, "database" | "secrets" | "outside" | "publicUrl">,
  providerId: OidcProviderId,
): Promise<ProviderTest> {
  const row = await findProvider(database.db, providerId);
  if (row === undefined) throw new AppError("request.not_found");
  const { issuer, clientId, clientSecret, settings } = row;
  return testProvider(outside, {
    issuer,
    clientId,
    clientSecret:
      clientSecret === null ? undefined : secrets.open(clientSecret),
    scopes: settings.scopes,
    publicUrl,
  });
}
