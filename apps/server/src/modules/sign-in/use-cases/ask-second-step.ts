import type { SignInAnswer, User } from "@veche/contracts";
import { isRequired, nextStep } from "../domain/second-steps.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { readFactors, readPolicy } from "../store/policy.ts";
import { beginFlow } from "./flows.ts";

/** What else is asked of somebody whose password was right; undefined: nothing. */
export async function askSecondStep(
  powers: Pick<SignInPowers, "database" | "ids">,
  { id: userId, roles }: Pick<User, "id" | "roles">,
): Promise<Exclude<SignInAnswer, { readonly kind: "signed_in" }> | undefined> {
  const { db } = powers.database;
  const [factors, { secondFactorRoles }] = await Promise.all([
    readFactors(db, userId),
    readPolicy(db),
  ]);
  const next = nextStep(factors, {
    isRequired: isRequired(roles, secondFactorRoles),
  });
  switch (next.kind) {
    case "none":
      return undefined;
    case "second_step": {
      const ticket = await beginFlow(powers, { kind: "second_step", userId });
      return { kind: "second_step", ticket, steps: [...next.steps] };
    }
    case "must_enrol": {
      const ticket = await beginFlow(powers, { kind: "enrolment", userId });
      return { kind: "must_enrol", ticket };
    }
  }
}
