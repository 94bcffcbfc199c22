import { ldapSignInEndpoints as endpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { SignInPowers } from "../sign-in-powers.ts";
import { listDirectories, toDirectory } from "../store/ldap-directories.ts";
import {
  createDirectory,
  removeDirectory,
  tryDirectory,
  updateDirectory,
} from "../use-cases/change-directories.ts";

/** Directories of the company that people's passwords are shown to; for administrators. */
export const directoryRoutes = (powers: SignInPowers): readonly Route[] => [
  route(endpoints.listLdapDirectories, async () => ({
    items: (await listDirectories(powers.database.db)).map(toDirectory),
  })),
  route(endpoints.createLdapDirectory, ({ actor, body }) =>
    createDirectory(powers, actor, body),
  ),
  route(
    endpoints.updateLdapDirectory,
    ({ actor, params: { directoryId: id }, body }) =>
      updateDirectory(powers, actor, { ...body, id }),
  ),
  route(endpoints.deleteLdapDirectory, async ({ actor, params }) => {
    await removeDirectory(powers, actor, params.directoryId);
    return null;
  }),
  route(endpoints.testLdapDirectory, ({ params, body }) =>
    tryDirectory(powers, params.directoryId, body.login),
  ),
];
