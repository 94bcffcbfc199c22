import { ID_PATTERN, type UserId } from "@veche/contracts";
import type { Directory } from "../modules/directory/index.ts";
import type { Identity } from "../modules/identity/index.ts";
import type { UserMatcher } from "../modules/objects/index.ts";

const idForm = new RegExp(ID_PATTERN);

/** Whom an application names: by the address on their card, by their login, or by their id here. */
export const matchUsers = (
  identity: Pick<Identity, "findUser" | "findByLogin">,
  directory: Pick<Directory, "userByEmail">,
): UserMatcher => {
  const byId = (id: string) =>
    // The form has just been looked at; whether somebody has it is asked of the table.
    idForm.test(id) ? identity.findUser(id as UserId) : undefined;
  const byEmail = async (email: string) => {
    const id = await directory.userByEmail(email);
    // Many companies give addresses as logins.
    return id === undefined
      ? identity.findByLogin(email.toLowerCase())
      : identity.findUser(id);
  };
  const ways = { id: byId, email: byEmail, login: identity.findByLogin };
  return {
    async find(matchUsersBy, reference) {
      const user = await ways[matchUsersBy](reference);
      return user?.disabledAt === null ? user : undefined;
    },
  };
};
