import type { Actor, User, UserId } from "@veche/contracts";
import type { Tx } from "../../../platform/db/database.ts";
import { holdTree } from "../store/departments.ts";
import { pathSeparator } from "../store/import-store.ts";
import { adoptUsers, changePerson, findPerson } from "../store/people.ts";
import { scimPeople } from "../store/scim-store.ts";
import type { DirectoryTables } from "../store/tables.ts";
import { fits } from "../use-cases/import-cells.ts";
import { pathsOf } from "../use-cases/imported-card.ts";
import { openDepartments } from "../use-cases/open-departments.ts";
import type { JsonObject } from "./json.ts";
import { patched } from "./patch.ts";
import { baseUrlOf, type ScimCall, type ScimDeps } from "./scim-deps.ts";
import { ScimError } from "./scim-error.ts";
import { readUser, userResource, type UserWish } from "./user-resource.ts";

export async function getUser(
  deps: ScimDeps,
  { id }: Pick<ScimCall, "id">,
): Promise<JsonObject> {
  // An id of nobody finds nobody.
  const [person] = await scimPeople(deps.database.db, { userId: id as UserId });
  if (person === undefined) throw new ScimError(404, "no such user");
  return userResource(person, baseUrlOf(deps));
}

/** A login that this system took away before comes back as the same person. */
export async function createUser(
  deps: ScimDeps,
  { actor, body }: ScimCall,
): Promise<JsonObject> {
  const wish = readUser(body);
  requireFitting(wish);
  const { login, name } = wish;
  const known = await deps.database.db
    .selectFrom("people")
    .select(["userId", "deprovisionedAt"])
    .where("login", "=", login)
    .executeTakeFirst();
  if (known?.deprovisionedAt === null)
    throw new ScimError(409, "userName is taken", "uniqueness");
  await requireFree(deps, wish, known?.userId);
  const userId =
    known?.userId ??
    (
      await deps.identity.createUser(actor, {
        login,
        name,
        password: null,
        roles: ["employee"],
        language: "ru",
      })
    ).id;
  return write(deps, actor, { userId, wish });
}

export async function replaceUser(
  deps: ScimDeps,
  call: ScimCall,
): Promise<JsonObject> {
  const before = await getUser(deps, call);
  const wish = readUser(call.body);
  requireFitting(wish);
  if (wish.login !== before["userName"])
    throw new ScimError(400, "userName stays as it is", "mutability");
  // Found by this id a moment ago.
  const userId = call.id as UserId;
  await requireFree(deps, wish, userId);
  return write(deps, call.actor, { userId, wish });
}

export async function patchUser(
  deps: ScimDeps,
  call: ScimCall,
): Promise<JsonObject> {
  const before = await getUser(deps, call);
  return replaceUser(deps, { ...call, body: patched(before, call.body) });
}

/** The user is disabled, and this system sees the person no more. What they said stays. */
export async function deleteUser(
  deps: ScimDeps,
  call: ScimCall,
): Promise<void> {
  await getUser(deps, call);
  // Found by this id a moment ago.
  const userId = call.id as UserId;
  await deps.identity.updateUser(call.actor, { userId, isDisabled: true });
  await deps.database.transact(call.actor, async ({ tx, happened }) => {
    const at = deps.clock.now();
    await changePerson(tx, userId, {
      deprovisionedAt: at,
      externalId: null,
      changedAt: at,
    });
    happened({ type: "person.changed", userId, fields: "deprovisionedAt" });
  });
}

async function write(
  deps: ScimDeps,
  actor: Actor,
  { userId, wish }: { readonly userId: UserId; readonly wish: UserWish },
): Promise<JsonObject> {
  const { name, isDisabled } = wish;
  const user = await deps.identity.updateUser(actor, {
    userId,
    name,
    isDisabled,
  });
  await deps.database.transact(actor, async ({ tx, happened }) => {
    await writeCard(deps, tx, { user, wish });
    happened({ type: "person.changed", userId, fields: "scim" });
  });
  return getUser(deps, { id: userId });
}

async function writeCard(
  { clock, ids }: ScimDeps,
  tx: Tx<DirectoryTables>,
  { user, wish }: { readonly user: User; readonly wish: UserWish },
): Promise<void> {
  const { card, departmentPath, managerId } = wish;
  const at = clock.now();
  await holdTree(tx);
  await adoptUsers(tx, [user], at);
  if (
    managerId !== null &&
    (managerId === user.id || (await findPerson(tx, managerId)) === undefined)
  )
    throw new ScimError(400, "the manager is another user", "invalidValue");
  const paths = await openDepartments(
    { clock, ids },
    tx,
    pathsOf({ department: departmentPath }),
  );
  await changePerson(tx, user.id, {
    ...card,
    managerId,
    departmentId:
      departmentPath === null
        ? null
        : (paths.get(departmentPath.join(pathSeparator)) ?? null),
    deprovisionedAt: null,
    changedAt: at,
  });
}

function requireFitting({ card, name, managerId }: UserWish): void {
  const { email, phone, timeZone, position, company } = card;
  const cells = { name, email, phone, timeZone, position, company } as const;
  for (const [column, value] of Object.entries(cells)) {
    // The keys stand just above.
    if (value !== null && !fits(column as keyof typeof cells, value))
      throw new ScimError(400, `${column} cannot be kept so`, "invalidValue");
  }
  if (
    managerId !== null &&
    !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(managerId)
  )
    throw new ScimError(
      400,
      "a manager is named by the id of a user",
      "invalidValue",
    );
}

async function requireFree(
  { database }: ScimDeps,
  { card: { externalId } }: UserWish,
  userId: UserId | undefined,
): Promise<void> {
  if (externalId === null) return;
  const [holder] = await scimPeople(database.db, { externalId });
  if (holder !== undefined && holder.userId !== userId)
    throw new ScimError(409, "externalId is taken", "uniqueness");
}
