import type { Actor, Tag, TagId, UserId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type {
  Database,
  Tx,
  UnitOfWork,
} from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { UserPrincipal } from "../../../platform/principal.ts";
import { may } from "../../identity/index.ts";
import type { DirectoryTables } from "../store/tables.ts";
import {
  deleteTag,
  holdTags,
  insertTag,
  listTags,
  peopleOf,
  renameTag,
  setTagPeople,
} from "../store/tags.ts";

export interface TagDeps {
  readonly database: Database<DirectoryTables>;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface TagAsking {
  readonly actor: Actor;
  readonly principal: UserPrincipal;
}

export interface NewTagFields {
  readonly name: string;
  readonly isShared: boolean;
  readonly userIds: readonly UserId[];
}

/** Refuses `auth.forbidden` (a shared one by others than administrators), `tag.name_taken`, `request.not_found`. */
export function createTag(
  { database, clock, ids }: TagDeps,
  { actor, principal }: TagAsking,
  { name, isShared, userIds }: NewTagFields,
): Promise<Tag> {
  const id = ids.next<TagId>();
  if (isShared) requireKeeper(principal);
  return database.transact(actor, async (unit) => {
    await holdTags(unit.tx);
    const isNew = await insertTag(unit.tx, {
      id,
      ownerId: isShared ? null : principal.id,
      name: name.normalize("NFC"),
      externalId: null,
      at: clock.now(),
    });
    if (!isNew) throw new AppError("tag.name_taken");
    await give(unit.tx, id, userIds);
    return told(unit, { id, principal, change: "created" });
  });
}

/** Refuses `request.not_found`, `auth.forbidden`, `tag.name_taken`. */
export function changeTag(
  { database, clock }: TagDeps,
  { actor, principal }: TagAsking,
  {
    tagId: id,
    name,
    carriers,
  }: {
    readonly tagId: TagId;
    readonly name?: string;
    /** All of them, or who is to be added and taken away. */
    readonly carriers?: readonly UserId[] | CarrierChange;
  },
): Promise<Tag> {
  return database.transact(actor, async (unit) => {
    await holdTags(unit.tx);
    await requireOwn(unit.tx, id, principal);
    const at = clock.now();
    if (
      name !== undefined &&
      !(await renameTag(unit.tx, id, { name: name.normalize("NFC"), at }))
    )
      throw new AppError("tag.name_taken");
    if (carriers !== undefined) await regive(unit.tx, id, carriers);
    return told(unit, { id, principal, change: "changed" });
  });
}

/** Refuses `request.not_found`, `auth.forbidden`. */
export async function dropTag(
  { database }: TagDeps,
  { actor, principal }: TagAsking,
  tagId: TagId,
): Promise<void> {
  await database.transact(actor, async ({ tx, happened }) => {
    await holdTags(tx);
    const { isShared } = await requireOwn(tx, tagId, principal);
    await deleteTag(tx, tagId);
    if (isShared) happened({ type: "tag.changed", tagId, change: "deleted" });
  });
}

/** Of others' personal tags nobody learns that they exist. */
async function requireOwn(
  tx: Tx<DirectoryTables>,
  id: TagId,
  principal: UserPrincipal,
): Promise<Tag> {
  const [tag] = await listTags(tx, principal.id, id);
  if (tag === undefined) throw new AppError("request.not_found");
  if (tag.isShared) requireKeeper(principal);
  return tag;
}

function requireKeeper(principal: UserPrincipal): void {
  if (!may(principal, "users.manage")) throw new AppError("auth.forbidden");
}

interface CarrierChange {
  readonly add: readonly UserId[];
  readonly remove: readonly UserId[];
}

async function regive(
  tx: Tx<DirectoryTables>,
  id: TagId,
  carriers: readonly UserId[] | CarrierChange,
): Promise<void> {
  if (!("add" in carriers)) return give(tx, id, carriers);
  const gone = new Set(carriers.remove);
  const kept = [...(await peopleOf(tx, id)), ...carriers.add].filter(
    (userId) => !gone.has(userId),
  );
  await give(tx, id, [...new Set(kept)]);
}

async function give(
  tx: Tx<DirectoryTables>,
  id: TagId,
  userIds: readonly UserId[],
): Promise<void> {
  if ((await setTagPeople(tx, id, userIds)) < userIds.length)
    throw new AppError("request.not_found");
}

async function told(
  { tx, happened }: UnitOfWork<DirectoryTables>,
  {
    id,
    principal,
    change,
  }: {
    readonly id: TagId;
    readonly principal: UserPrincipal;
    readonly change: "created" | "changed";
  },
): Promise<Tag> {
  const [tag] = await listTags(tx, principal.id, id);
  if (tag === undefined) throw new AppError("request.not_found");
  if (tag.isShared) happened({ type: "tag.changed", tagId: id, change });
  return tag;
}
