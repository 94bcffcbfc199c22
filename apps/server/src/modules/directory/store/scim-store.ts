import { sql } from "kysely";
import type { ScimTokenId, TagId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { ScimGroup } from "../scim/group-resource.ts";
import type { ScimPerson } from "../scim/user-resource.ts";
import { pathSeparator } from "./import-store.ts";
import type { DirectoryTables } from "./tables.ts";

/** What narrows a list before its filter is asked: the exact value of one attribute. */
export interface Narrowing {
  readonly userId?: UserId;
  readonly login?: string;
  readonly externalId?: string;
}

/** In the order of their making, which later ones cannot disturb. */
export async function scimPeople(
  db: Db<DirectoryTables>,
  { userId, login, externalId }: Narrowing = {},
): Promise<readonly ScimPerson[]> {
  const { rows } = await sql<ScimPerson>`
    with recursive down as (
      select id, name as path from departments where parent_id is null
      union all
      select d.id, a.path || ${pathSeparator} || d.name from departments d join down a on a.id = d.parent_id
    )
    select p.*, d.path as department_path, m.name as manager_name,
      coalesce((select json_agg(json_build_object('id', t.id, 'name', coalesce(t.display_name, t.name)) order by t.id)
        from tag_people o join tags t on t.id = o.tag_id
        where o.user_id = p.user_id and t.owner_id is null), '[]') as groups
    from people p left join down d on d.id = p.department_id left join people m on m.user_id = p.manager_id
    where p.deprovisioned_at is null
      and (${userId ?? null}::uuid is null or p.user_id = ${userId ?? null}::uuid)
      and (${login ?? null}::text is null or p.login = ${login ?? null}::text)
      and (${externalId ?? null}::text is null or p.external_id = ${externalId ?? null}::text)
    order by p.created_at, p.user_id`.execute(db);
  return rows;
}

export async function scimGroups(
  db: Db<DirectoryTables>,
  only?: TagId,
): Promise<readonly ScimGroup[]> {
  const { rows } = await sql<ScimGroup>`
    select t.id, coalesce(t.display_name, t.name) as display_name, t.external_id, t.created_at, t.changed_at,
      coalesce((select json_agg(json_build_object('id', p.user_id, 'name', p.name) order by p.user_id)
        from tag_people o join people p on p.user_id = o.user_id
        where o.tag_id = t.id and p.deprovisioned_at is null), '[]') as members
    from tags t
    where t.owner_id is null and (${only ?? null}::uuid is null or t.id = ${only ?? null}::uuid)
    order by t.created_at, t.id`.execute(db);
  return rows;
}

export async function noteGroup(
  tx: Tx<DirectoryTables>,
  id: TagId,
  fields: {
    readonly displayName: string;
    readonly externalId: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .updateTable("tags")
    .set({
      displayName: fields.displayName,
      externalId: fields.externalId,
      changedAt: fields.at,
    })
    .where("id", "=", id)
    .execute();
}

export async function insertToken(
  tx: Tx<DirectoryTables>,
  token: DirectoryTables["scimTokens"] & { readonly lastUsedAt: null },
): Promise<void> {
  await tx.insertInto("scimTokens").values(token).execute();
}

export function listTokens(db: Db<DirectoryTables>) {
  return db
    .selectFrom("scimTokens")
    .select(["id", "name", "createdAt", "lastUsedAt"])
    .orderBy("createdAt")
    .execute();
}

/** False when there is no such token. */
export async function deleteToken(
  tx: Tx<DirectoryTables>,
  id: ScimTokenId,
): Promise<boolean> {
  const row = await tx
    .deleteFrom("scimTokens")
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export function findToken(db: Db<DirectoryTables>, tokenHash: Buffer) {
  return db
    .selectFrom("scimTokens")
    .select(["id", "name", "lastUsedAt"])
    .where("tokenHash", "=", tokenHash)
    .executeTakeFirst();
}

export async function touchToken(
  tx: Tx<DirectoryTables>,
  id: ScimTokenId,
  at: Date,
): Promise<void> {
  await tx
    .updateTable("scimTokens")
    .set({ lastUsedAt: at })
    .where("id", "=", id)
    .execute();
}
