import type { Actor, TagId, UserId } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database, Tx } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { Identity } from "../../identity/index.ts";
import type { Wish } from "../domain/plan-import.ts";
import { holdTree } from "../store/departments.ts";
import {
  everybody,
  sharedTagsOf,
  writeCards,
  writeSharedTags,
  type ImportedCard,
} from "../store/import-store.ts";
import { adoptUsers, refreshWords } from "../store/people.ts";
import type { DirectoryTables } from "../store/tables.ts";
import { holdTags, insertTag } from "../store/tags.ts";
import { cardAfter, pathsOf } from "./imported-card.ts";
import { openDepartments } from "./open-departments.ts";

export interface ImportDeps {
  readonly database: Database<DirectoryTables>;
  readonly identity: Pick<Identity, "createUser" | "updateUser" | "many">;
  readonly clock: Clock;
  readonly ids: Ids;
}

/**
 * Users are made one after the other, everything else in one transaction after them; when the server dies between, the
 * same list goes on where it was.
 */
export async function applyImport(
  deps: ImportDeps,
  actor: Actor,
  wishes: readonly Wish[],
): Promise<void> {
  const made = await writeUsers(deps, actor, wishes);
  const { clock, database } = deps;
  const at = clock.now();
  await database.transact(actor, async ({ tx, happened }) => {
    await holdTree(tx);
    await holdTags(tx);
    await adoptUsers(tx, await deps.identity.many(made), at);
    const paths = await openDepartments(deps, tx, wishes.flatMap(pathsOf));
    const byLogin = new Map(
      (await everybody(tx)).map((person) => [person.login, person]),
    );
    const cards = wishes.flatMap((wish) => {
      const person = byLogin.get(wish.login);
      return person === undefined
        ? []
        : [cardAfter(person, wish, { byLogin, paths })];
    });
    await writeCards(tx, cards, at);
    await giveTags(deps, tx, { wishes, byLogin });
    await refreshWords(
      tx,
      cards.map(({ userId }) => userId),
    );
    happened({
      type: "people.imported",
      created: made.length,
      changed: wishes.length - made.length,
    });
  });
}

/** Makes who is new, renames who is called otherwise; answers with the new ones. */
async function writeUsers(
  { identity }: ImportDeps,
  actor: Actor,
  wishes: readonly Wish[],
): Promise<readonly UserId[]> {
  const made: UserId[] = [];
  for (const { userId, login, name, language } of wishes) {
    if (name === undefined || name === "-") continue;
    if (userId !== undefined)
      await identity.updateUser(actor, { userId, name });
    else {
      const user = {
        login,
        name,
        password: null,
        roles: ["employee"],
        language,
      } as const;
      made.push((await identity.createUser(actor, user)).id);
    }
  }
  return made;
}

async function giveTags(
  { clock, ids }: ImportDeps,
  tx: Tx<DirectoryTables>,
  {
    wishes,
    byLogin,
  }: {
    readonly wishes: readonly Wish[];
    readonly byLogin: ReadonlyMap<string, ImportedCard>;
  },
): Promise<void> {
  const tags = new Map((await sharedTagsOf(tx)).tags);
  const carried = new Map<UserId, readonly TagId[]>();
  for (const { login, tags: names } of wishes) {
    const userId = byLogin.get(login)?.userId;
    if (userId === undefined || names === undefined) continue;
    const wanted: TagId[] = [];
    for (const name of names) {
      const known = tags.get(name.toLowerCase());
      const id = known ?? ids.next<TagId>();
      if (known === undefined)
        await insertTag(tx, {
          id,
          ownerId: null,
          name,
          externalId: null,
          at: clock.now(),
        });
      tags.set(name.toLowerCase(), id);
      wanted.push(id);
    }
    carried.set(userId, [...new Set(wanted)]);
  }
  if (carried.size > 0) await writeSharedTags(tx, carried);
}
