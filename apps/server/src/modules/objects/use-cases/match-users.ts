import type { UserMatching } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { MatchedUser, UserMatcher } from "../user-matcher.port.ts";

/** All of them, each once. Refuses `application.user_unknown` with the first reference that names nobody. */
export async function matchUsers(
  users: UserMatcher,
  matchUsersBy: UserMatching,
  references: readonly string[],
): Promise<readonly MatchedUser[]> {
  const found = new Map<string, MatchedUser>();
  for (const [at, reference] of references.entries()) {
    const user = await users.find(matchUsersBy, reference);
    if (user === undefined)
      throw new AppError("application.user_unknown", {
        issues: [{ path: `/users/${at}`, message: "names nobody here" }],
      });
    found.set(user.id, user);
  }
  return [...found.values()];
}
