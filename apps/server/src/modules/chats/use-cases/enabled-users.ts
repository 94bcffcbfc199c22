import type { UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { NewMember } from "../store/members.ts";
import type { UserDirectory } from "../user-directory.port.ts";

/** Users to be let in, in the order asked. Refuses `request.not_found` for anybody unknown or disabled. */
export async function enabledUsers(
  users: UserDirectory,
  ids: readonly UserId[],
): Promise<readonly NewMember[]> {
  const found = new Map((await users.many(ids)).map((user) => [user.id, user]));
  return ids.map((id) => {
    const user = found.get(id);
    if (user?.disabledAt !== null) throw new AppError("request.not_found");
    return { principalId: id, kind: "user", name: user.name, role: "member" };
  });
}
