import type { TagId } from "@veche/contracts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import { noteGroup, scimGroups } from "../store/scim-store.ts";
import type { DirectoryTables } from "../store/tables.ts";
import {
  deleteTag,
  holdTags,
  insertTag,
  renameTag,
  setTagPeople,
} from "../store/tags.ts";
import {
  groupResource,
  readGroup,
  tagNameOf,
  type GroupWish,
} from "./group-resource.ts";
import type { JsonObject } from "./json.ts";
import { patched } from "./patch.ts";
import { baseUrlOf, type ScimCall, type ScimDeps } from "./scim-deps.ts";
import { ScimError } from "./scim-error.ts";

export async function getGroup(
  deps: ScimDeps,
  { id }: Pick<ScimCall, "id">,
): Promise<JsonObject> {
  // An id of nothing finds nothing.
  const [group] = await scimGroups(deps.database.db, id as TagId);
  if (group === undefined) throw new ScimError(404, "no such group");
  return groupResource(group, baseUrlOf(deps));
}

/** A group is a shared tag: `#Sales_Team` names everybody in "Sales Team". */
export async function createGroup(
  deps: ScimDeps,
  { actor, body }: ScimCall,
): Promise<JsonObject> {
  const wish = readGroup(body);
  const id = deps.ids.next<TagId>();
  await deps.database.transact(actor, async (unit) => {
    await holdTags(unit.tx);
    const isNew = await insertTag(unit.tx, {
      id,
      ownerId: null,
      name: tagNameOf(wish.displayName),
      externalId: wish.externalId,
      at: deps.clock.now(),
    });
    if (!isNew) throw taken();
    await fill(deps, unit, { id, wish });
    unit.happened({ type: "tag.changed", tagId: id, change: "created" });
  });
  return getGroup(deps, { id });
}

export async function replaceGroup(
  deps: ScimDeps,
  call: ScimCall,
): Promise<JsonObject> {
  await getGroup(deps, call);
  const wish = readGroup(call.body);
  // Found by this id a moment ago.
  const id = call.id as TagId;
  await deps.database.transact(call.actor, async (unit) => {
    await holdTags(unit.tx);
    const at = deps.clock.now();
    if (
      !(await renameTag(unit.tx, id, { name: tagNameOf(wish.displayName), at }))
    )
      throw taken();
    await fill(deps, unit, { id, wish });
    unit.happened({ type: "tag.changed", tagId: id, change: "changed" });
  });
  return getGroup(deps, call);
}

export async function patchGroup(
  deps: ScimDeps,
  call: ScimCall,
): Promise<JsonObject> {
  const before = await getGroup(deps, call);
  return replaceGroup(deps, { ...call, body: patched(before, call.body) });
}

export async function deleteGroup(
  deps: ScimDeps,
  call: ScimCall,
): Promise<void> {
  await getGroup(deps, call);
  // Found by this id a moment ago.
  const tagId = call.id as TagId;
  await deps.database.transact(call.actor, async ({ tx, happened }) => {
    await holdTags(tx);
    await deleteTag(tx, tagId);
    happened({ type: "tag.changed", tagId, change: "deleted" });
  });
}

const taken = () => new ScimError(409, "displayName is taken", "uniqueness");

async function fill(
  { clock }: ScimDeps,
  { tx }: UnitOfWork<DirectoryTables>,
  { id, wish }: { readonly id: TagId; readonly wish: GroupWish },
): Promise<void> {
  const { displayName, externalId, memberIds } = wish;
  if ((await setTagPeople(tx, id, memberIds)) < memberIds.length)
    throw new ScimError(400, "a member is no user here", "invalidValue");
  await noteGroup(tx, id, { displayName, externalId, at: clock.now() });
}
