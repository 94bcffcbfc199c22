import type { Directory } from "../../modules/directory/index.ts";
import type { Identity } from "../../modules/identity/index.ts";
import { serverActor } from "../../platform/db/database.ts";
import { demoPeople, type DemoPerson } from "./people.ts";

interface CardsDeps {
  readonly identity: Pick<Identity, "findByLogin">;
  readonly directory: Pick<Directory, "catchUp" | "find" | "takeList">;
}

/**
 * Gives the demo people their places in the company, where none of them has one; what somebody wrote on their cards
 * stays as it is. Does nothing where the demo people are not.
 */
export async function seedCards(deps: CardsDeps): Promise<void> {
  const { directory } = deps;
  await directory.catchUp();
  for (const person of demoPeople) if (await hasPlace(deps, person)) return;
  await directory.takeList(serverActor, demoPeople.map(rowOf));
}

/** Has a place, or is not here at all: a card of nothing shows the login. */
async function hasPlace(
  { identity, directory }: CardsDeps,
  { login, name }: DemoPerson,
): Promise<boolean> {
  const user = await identity.findByLogin(login);
  if (user === undefined) return true;
  const found = await directory.find(user.id, name, 20);
  const card = found.find(({ id }) => id === user.id);
  return card !== undefined && card.detail !== login;
}

const rowOf = (person: DemoPerson, at: number) => ({
  line: at + 1,
  cells: new Map(
    (["login", "position", "department", "phone", "manager"] as const).flatMap(
      (column) => {
        const value = person[column];
        return value === undefined ? [] : [[column, value] as const];
      },
    ),
  ),
});
