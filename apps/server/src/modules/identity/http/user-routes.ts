import { userEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { IdentityDeps } from "../identity-deps.ts";
import type { PasswordHash } from "../../../platform/password-hash.ts";
import { listUsers, toUser } from "../store/users.ts";
import { createUser } from "../use-cases/create-user.ts";
import { updateUser } from "../use-cases/update-user.ts";

export function userRoutes(
  deps: IdentityDeps & { readonly passwords: PasswordHash },
): readonly Route[] {
  return [
    route(userEndpoints.listUsers, async (_context) => {
      const rows = await listUsers(deps.database.db);
      return { users: rows.map(toUser) };
    }),
    route(userEndpoints.createUser, async ({ actor, body }) =>
      createUser(deps, actor, body),
    ),
    route(userEndpoints.updateUser, async ({ actor, params, body }) =>
      updateUser(deps, actor, { ...params, ...body }),
    ),
  ];
}
