import { sql } from "kysely";
import type { DepartmentId, TagId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { PersonRow } from "./people.ts";
import type { DirectoryTables } from "./tables.ts";

export const importedFields = [
  "email",
  "phone",
  "position",
  "company",
  "timeZone",
  "departmentId",
  "managerId",
] as const;
export type ImportedCard = Pick<
  PersonRow,
  "userId" | (typeof importedFields)[number]
>;

export function everybody(
  db: Db<DirectoryTables>,
): Promise<readonly (ImportedCard & Pick<PersonRow, "login" | "name">)[]> {
  return db
    .selectFrom("people")
    .select(["userId", "login", "name", ...importedFields])
    .execute();
}

export async function sharedTagsOf(db: Db<DirectoryTables>): Promise<{
  readonly tags: ReadonlyMap<string, TagId>;
  readonly carried: ReadonlyMap<UserId, ReadonlySet<TagId>>;
}> {
  const tags = await db
    .selectFrom("tags")
    .select(["id", "name"])
    .where("ownerId", "is", null)
    .execute();
  const rows = await db
    .selectFrom("tagPeople as o")
    .innerJoin("tags as t", "t.id", "o.tagId")
    .select(["o.userId", "o.tagId"])
    .where("t.ownerId", "is", null)
    .execute();
  const byUser = Map.groupBy(rows, ({ userId }) => userId);
  return {
    tags: new Map(tags.map(({ id, name }) => [name.toLowerCase(), id])),
    carried: new Map(
      [...byUser].map(([userId, of]) => [
        userId,
        new Set(of.map(({ tagId }) => tagId)),
      ]),
    ),
  };
}

/** The id of each department by its path of names, joined by `pathSeparator`. */
export async function departmentPaths(
  db: Db<DirectoryTables>,
): Promise<ReadonlyMap<string, DepartmentId>> {
  const { rows } = await sql<{ id: DepartmentId; path: string }>`
    with recursive down as (
      select id, name as path from departments where parent_id is null
      union all
      select d.id, a.path || ${pathSeparator} || d.name from departments d join down a on a.id = d.parent_id
    )
    select id, path from down`.execute(db);
  return new Map(rows.map(({ id, path }) => [path, id]));
}

export const pathSeparator = " / ";

export async function writeCards(
  tx: Tx<DirectoryTables>,
  cards: readonly ImportedCard[],
  at: Date,
): Promise<void> {
  await sql`
    update people p set email = i.email, phone = i.phone, position = i.position, company = i.company,
      time_zone = i."timeZone", department_id = i."departmentId", manager_id = i."managerId", changed_at = ${at}
    from json_to_recordset(${JSON.stringify(cards)}::json) as i ("userId" uuid, email text, phone text,
      position text, company text, "timeZone" text, "departmentId" uuid, "managerId" uuid)
    where p.user_id = i."userId"`.execute(tx);
}

/** Each of these carries exactly these shared tags; personal ones stay. */
export async function writeSharedTags(
  tx: Tx<DirectoryTables>,
  carried: ReadonlyMap<UserId, readonly TagId[]>,
): Promise<void> {
  const rows = [...carried].flatMap(([userId, tagIds]) =>
    tagIds.map((tagId) => ({ userId, tagId })),
  );
  await sql`
    delete from tag_people o using tags t
    where t.id = o.tag_id and t.owner_id is null and o.user_id = any(${[...carried.keys()]}::uuid[])`.execute(
    tx,
  );
  await sql`
    insert into tag_people (tag_id, user_id)
    select "tagId", "userId" from json_to_recordset(${JSON.stringify(rows)}::json) as i ("tagId" uuid, "userId" uuid)
    on conflict do nothing`.execute(tx);
}
