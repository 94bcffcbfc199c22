import type { PrincipalId, UserId } from "@veche/contracts";
import { serverActor, type Database } from "../../../platform/db/database.ts";
import type { EventBus } from "../../../platform/event-bus.ts";
import type { ChatsTables } from "../store/tables.ts";
import { renameMember } from "../use-cases/rename-member.ts";
import type { UserDirectory } from "../user-directory.port.ts";

export interface FollowRenamesDeps {
  readonly bus: EventBus;
  readonly database: Database<ChatsTables>;
  readonly users: UserDirectory;
}

/** A user's new name reaches their memberships. Customers are renamed by their own module, in its transaction. */
export function followRenames({
  bus,
  database,
  users,
}: FollowRenamesDeps): Disposable {
  return bus.on("principal.changed", async ({ principalId }) => {
    const [user] = await users.many([asUser(principalId)]);
    if (user === undefined) return;
    await database.transact(serverActor, (unit) =>
      renameMember(unit, user.id, user.name),
    );
  });
}

/** The directory leaves out ids that are no user's, so asking with a customer's id is safe. */
const asUser = (principalId: PrincipalId) => principalId as UserId;
