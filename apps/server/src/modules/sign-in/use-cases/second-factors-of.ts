import type { Role, User } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { countOf, isRequired } from "../domain/second-steps.ts";
import { readFactors, readPolicy } from "../store/policy.ts";
import type { SignInTables } from "../store/tables.ts";

/** Which of these people have no second factor, and whether the rules ask their role for one. */
export async function secondFactorsOf(
  db: Db<SignInTables>,
  role: Role,
  users: readonly User[],
): Promise<{
  readonly isRequired: boolean;
  readonly without: readonly User[];
}> {
  const { secondFactorRoles } = await readPolicy(db);
  const without: User[] = [];
  for (const user of users)
    if (countOf(await readFactors(db, user.id)) === 0) without.push(user);
  return { isRequired: isRequired([role], secondFactorRoles), without };
}
