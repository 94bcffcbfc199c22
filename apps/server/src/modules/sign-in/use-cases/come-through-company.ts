import {
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from "openid-client";
import type { CompanyStart, OidcProviderId, User } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { personOf } from "../domain/company-person.ts";
import { addressOf, claimsFrom, leavingAddress } from "../oidc/ask-provider.ts";
import { openProvider } from "../oidc/open-provider.ts";
import { failureCode } from "../oidc/read-failure.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { findProvider, type ProviderRow } from "../store/oidc-providers.ts";
import { admitPerson, type Admission } from "./admit-person.ts";
import { beginFlow, spendFlow } from "./flows.ts";

type Powers = Admission &
  Pick<SignInPowers, "outside" | "publicUrl" | "secrets">;

const openRow = (
  { outside, secrets }: Powers,
  { issuer, clientId, clientSecret }: ProviderRow,
): Promise<Configuration> =>
  openProvider(outside, {
    issuer,
    clientId,
    clientSecret:
      clientSecret === null ? undefined : secrets.open(clientSecret),
  });

/** A provider that people may come through now. */
async function standingProvider(
  { database }: Powers,
  providerId: OidcProviderId,
): Promise<ProviderRow | undefined> {
  const provider = await findProvider(database.db, providerId);
  return provider?.isOff === false ? provider : undefined;
}

/** Where the browser goes to be asked who it is. Refuses `request.not_found`, `auth.company_unreachable`. */
export async function beginCompany(
  powers: Powers,
  providerId: OidcProviderId,
): Promise<CompanyStart> {
  const provider = await standingProvider(powers, providerId);
  if (provider === undefined) throw new AppError("request.not_found");
  const question = {
    state: randomState(),
    nonce: randomNonce(),
    codeVerifier: randomPKCECodeVerifier(),
  };
  const { publicUrl, log } = powers;
  let address: string;
  try {
    const config = await openRow(powers, provider);
    const { scopes } = provider.settings;
    address = await addressOf(config, { question, publicUrl }, scopes);
  } catch (cause) {
    log.warn({ error: cause, providerId }, "a provider could not be asked");
    throw new AppError("auth.company_unreachable", { cause });
  }
  const flow = { kind: "company", providerId, ...question } as const;
  return { ticket: await beginFlow(powers, flow), address };
}

interface Return {
  readonly ticket: string;
  readonly answer: string;
  readonly address: string;
}

/**
 * Who came back from the provider. Its answer is taken once, right or wrong, and from the browser alone that holds the
 * ticket. Refuses `auth.step_expired`, `auth.company_*`.
 */
export async function finishCompany(
  powers: Powers,
  { ticket, answer, address }: Return,
): Promise<{ readonly user: User; readonly leaveAddress: string | null }> {
  const flow = await spendFlow(powers, ticket, ["company"]);
  const provider = await standingProvider(powers, flow.providerId);
  if (provider === undefined) throw new AppError("auth.step_expired");
  const { publicUrl } = powers;
  try {
    const config = await openRow(powers, provider);
    const claims = await claimsFrom(
      config,
      { question: flow, publicUrl },
      answer,
    );
    const person = personOf(claims, provider.settings);
    const leaveAddress = provider.settings.endsCompanySession
      ? leavingAddress(config, publicUrl)
      : null;
    const user = await admitPerson(powers, { provider, person, address });
    return { user, leaveAddress };
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw await refused(powers, provider, { cause, address });
  }
}

async function refused(
  { database, log }: Powers,
  { id: providerId }: ProviderRow,
  { cause, address }: { readonly cause: unknown; readonly address: string },
): Promise<AppError> {
  const code = failureCode(cause);
  log.warn({ error: cause, providerId }, "a provider's answer was refused");
  if (code === "auth.company_failed")
    await database.transact(
      { id: null, name: null, address },
      async ({ happened }) => {
        const reason = "company_failed";
        happened({ type: "sign_in.failed", login: "", userId: null, reason });
      },
    );
  return new AppError(code, { cause });
}
