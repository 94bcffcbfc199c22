import { sql } from "kysely";
import type { Tag, TagId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { tagWords } from "../domain/search-words.ts";
import { refreshWords } from "./people.ts";
import type { DirectoryTables } from "./tables.ts";

/** Shared ones and the viewer's own, by name; or the one that is named. */
export async function listTags(
  db: Db<DirectoryTables>,
  viewerId: UserId,
  only?: TagId,
): Promise<readonly Tag[]> {
  const { rows } = await sql<Tag>`
    select t.id, t.name, t.owner_id is null as is_shared,
      (select count(*)::integer from tag_people o where o.tag_id = t.id) as people_count
    from tags t
    where (t.owner_id is null or t.owner_id = ${viewerId})
      and (${only ?? null}::uuid is null or t.id = ${only ?? null}::uuid)
    order by lower(t.name), t.id`.execute(db);
  return rows;
}

/** Serialises changes of tags: of two who take a name, or set who carries one, the second sees the first. */
export async function holdTags(tx: Tx<DirectoryTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('directory.tags'))`.execute(
    tx,
  );
}

export interface NewTag {
  readonly id: TagId;
  /** Null: everybody's. */
  readonly ownerId: UserId | null;
  readonly name: string;
  readonly externalId: string | null;
  readonly at: Date;
}

/** False when the name is taken: the unique key decides between two who ask at once. */
export async function insertTag(
  tx: Tx<DirectoryTables>,
  { id, ownerId, name, externalId, at }: NewTag,
): Promise<boolean> {
  const { rows } = await sql`
    insert into tags (id, owner_id, name, words, external_id, created_at, changed_at)
    values (${id}, ${ownerId}, ${name}, ${tagWords(name)}, ${externalId}, ${at}, ${at})
    on conflict do nothing returning id`.execute(tx);
  return rows.length > 0;
}

/** False when the name is taken. */
export async function renameTag(
  tx: Tx<DirectoryTables>,
  id: TagId,
  { name, at }: { readonly name: string; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update tags t set name = ${name}, words = ${tagWords(name)}, changed_at = ${at}
    where t.id = ${id} and not exists (
      select from tags o where o.id <> t.id and o.owner_id is not distinct from t.owner_id
        and lower(o.name) = lower(${name}))
    returning id`.execute(tx);
  await refreshWords(tx, await peopleOf(tx, id));
  return rows.length > 0;
}

export async function deleteTag(
  tx: Tx<DirectoryTables>,
  id: TagId,
): Promise<void> {
  const people = await peopleOf(tx, id);
  await tx.deleteFrom("tags").where("id", "=", id).execute();
  await refreshWords(tx, people);
}

export async function peopleOf(
  db: Db<DirectoryTables>,
  id: TagId,
): Promise<readonly UserId[]> {
  const rows = await db
    .selectFrom("tagPeople")
    .select("userId")
    .where("tagId", "=", id)
    .orderBy("userId")
    .execute();
  return rows.map((row) => row.userId);
}

/** These carry it and nobody else. Whoever has no card is left out; answers with how many were taken. */
export async function setTagPeople(
  tx: Tx<DirectoryTables>,
  id: TagId,
  userIds: readonly UserId[],
): Promise<number> {
  const before = await peopleOf(tx, id);
  await tx.deleteFrom("tagPeople").where("tagId", "=", id).execute();
  const { rows } = await sql<{ userId: UserId }>`
    insert into tag_people (tag_id, user_id)
    select ${id}, p.user_id from people p where p.user_id = any(${userIds}::uuid[])
    returning user_id`.execute(tx);
  await refreshWords(tx, [...new Set([...before, ...userIds])]);
  return rows.length;
}
