import type { Actor, SignInPolicy, User } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { readPolicy, writePolicy } from "../store/policy.ts";

type Powers = Pick<SignInPowers, "database" | "identity">;

const isActiveAdmin = (user: User | undefined): boolean =>
  user?.disabledAt === null && user.roles.includes("admin");

/**
 * May somebody come in without the company's word, by a password or a passkey of ours? Where the emergency administrator
 * is none any more, every administrator may: nobody locks a company out of its own installation.
 */
export async function mayComeAlone(
  { database, identity }: Powers,
  user: User,
): Promise<boolean> {
  const { companyOnly } = await readPolicy(database.db);
  if (companyOnly === null || companyOnly.emergencyUserId === user.id)
    return true;
  if (!isActiveAdmin(user)) return false;
  return !isActiveAdmin(await identity.findUser(companyOnly.emergencyUserId));
}

/** Refuses `request.invalid` for an emergency administrator who is none. */
export async function changePolicy(
  { database, identity }: Powers,
  actor: Actor,
  policy: SignInPolicy,
): Promise<SignInPolicy> {
  const { companyOnly } = policy;
  if (
    companyOnly !== null &&
    !isActiveAdmin(await identity.findUser(companyOnly.emergencyUserId))
  ) {
    const path = "/companyOnly/emergencyUserId";
    const message = "must be an administrator who may sign in";
    throw new AppError("request.invalid", { issues: [{ path, message }] });
  }
  return database.transact(actor, async ({ tx, happened }) => {
    await writePolicy(tx, policy);
    happened({
      type: "sign_in_policy.changed",
      secondFactorRoles: policy.secondFactorRoles.join(", "),
      isCompanyOnly: companyOnly !== null,
    });
    return readPolicy(tx);
  });
}
