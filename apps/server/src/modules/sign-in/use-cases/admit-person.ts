import type {
  Actor,
  LdapDirectoryId,
  OidcProvider,
  OidcProviderId,
  User,
  UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CompanyPerson } from "../domain/company-person.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { findLinked, insertLink } from "../store/company-identities.ts";

export type Admission = Pick<
  SignInPowers,
  "database" | "ids" | "identity" | "people" | "log"
>;

export interface Arrival {
  /** Who vouches for them, and how far. */
  readonly provider: {
    readonly id: OidcProviderId | LdapDirectoryId;
    readonly settings: Pick<OidcProvider, "matches" | "createsPeople">;
  };
  readonly person: CompanyPerson;
  /** Of the browser. */
  readonly address: string;
}

const actorOf = ({ address }: Arrival): Actor => ({
  id: null,
  name: null,
  address,
});

/**
 * Whose account the company's word opens, made and brought up to date where the administrator wants that. Refuses
 * `auth.company_stranger`, `auth.company_blocked`.
 */
export async function admitPerson(
  powers: Admission,
  arrival: Arrival,
): Promise<User> {
  const user = await accountOf(powers, arrival);
  if (user === undefined) {
    await tellRefused(powers, arrival, { reason: "company_stranger" });
    throw new AppError("auth.company_stranger");
  }
  if (user.disabledAt !== null) {
    await tellRefused(powers, arrival, { reason: "disabled", user });
    throw new AppError("auth.company_blocked");
  }
  return bringUpToDate(powers, arrival, user);
}

async function accountOf(
  powers: Admission,
  arrival: Arrival,
): Promise<User | undefined> {
  const { database, identity } = powers;
  const { provider, person } = arrival;
  const { subject } = person;
  const linked = await findLinked(database.db, {
    providerId: provider.id,
    subject,
  });
  if (linked !== undefined)
    // The link is written first: a server that died in between goes on here.
    return (
      (await identity.findUser(linked)) ??
      (await createAccount(powers, arrival, linked))
    );
  const known = await matchedUser(powers, arrival);
  if (known !== undefined)
    return (await link(powers, arrival, known.id)) ? known : undefined;
  const { login } = person;
  if (!provider.settings.createsPeople || login === undefined) return undefined;
  // A name that is taken belongs to somebody whom the administrator did not let the company's word open.
  if ((await identity.findByLogin(login)) !== undefined) return undefined;
  const userId = powers.ids.next<UserId>();
  return (await link(powers, arrival, userId))
    ? createAccount(powers, arrival, userId)
    : undefined;
}

/** An account that is there already, by what the administrator trusts. */
async function matchedUser(
  { identity, people }: Admission,
  { provider, person }: Arrival,
): Promise<User | undefined> {
  const { login, email, isEmailVerified } = person;
  switch (provider.settings.matches) {
    case "nothing":
      return undefined;
    case "login":
      return login === undefined ? undefined : identity.findByLogin(login);
    case "verified_email": {
      // Whoever may write any address into their profile would open anybody's account with it.
      if (email === undefined || !isEmailVerified) return undefined;
      const userId = await people.byEmail(email);
      return userId === undefined ? undefined : identity.findUser(userId);
    }
  }
}

const link = (
  { database }: Admission,
  arrival: Arrival,
  userId: UserId,
): Promise<boolean> =>
  database.transact(actorOf(arrival), async ({ tx, happened }) => {
    const { provider, person } = arrival;
    const { subject } = person;
    const providerId = provider.id;
    const isLinked = await insertLink(tx, { providerId, subject, userId });
    if (isLinked)
      happened({ type: "company_identity.linked", userId, providerId });
    return isLinked;
  });

async function createAccount(
  { identity, people, log }: Admission,
  arrival: Arrival,
  id: UserId,
): Promise<User | undefined> {
  const { login, name, email, language, roles = [] } = arrival.person;
  if (!arrival.provider.settings.createsPeople || login === undefined)
    return undefined;
  try {
    const user = await identity.createUser(actorOf(arrival), {
      ...{ id, login, name: name ?? login, password: null },
      ...{ roles, language },
    });
    if (email !== undefined) await people.keepEmail(id, email);
    return user;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "user.login_taken")
      throw error;
    log.warn({ error }, "an account could not be made for somebody");
    return undefined;
  }
}

/** Name and roles follow the company's word; the last administrator stays one whatever it says. */
async function bringUpToDate(
  { identity, log }: Admission,
  arrival: Arrival,
  { id: userId, ...user }: User,
): Promise<User> {
  const { name = user.name, roles } = arrival.person;
  const actor = actorOf(arrival);
  try {
    return await identity.updateUser(actor, {
      ...{ userId, name },
      ...(roles === undefined ? {} : { roles }),
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "auth.last_admin")
      throw error;
    log.warn({ userId }, "the last administrator keeps the role");
    return identity.updateUser(actor, { userId, name });
  }
}

const tellRefused = (
  { database }: Admission,
  arrival: Arrival,
  {
    reason,
    user,
  }: { readonly reason: "company_stranger" | "disabled"; readonly user?: User },
): Promise<void> =>
  database.transact(actorOf(arrival), async ({ happened }) => {
    happened({
      type: "sign_in.failed",
      login: user?.login ?? arrival.person.login ?? "",
      userId: user?.id ?? null,
      reason,
    });
  });
