import { sql } from "kysely";
import type {
  DepartmentId,
  PersonCard,
  Tag,
  TagId,
  UserId,
} from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { findPerson } from "./people.ts";
import type { DirectoryTables } from "./tables.ts";

/** Everything of a card but whether the person is there now. */
export async function readCard(
  db: Db<DirectoryTables>,
  userId: UserId,
  viewerId: UserId,
): Promise<Omit<PersonCard, "presence"> | undefined> {
  const row = await findPerson(db, userId);
  if (row === undefined) return undefined;
  const [departments, tags, manager] = await Promise.all([
    departmentsAbove(db, row.departmentId),
    tagsOf(db, userId, viewerId),
    row.managerId === null ? undefined : findPerson(db, row.managerId),
  ]);
  const { position, company, email, phone, workingHours, timeZone } = row;
  const known = [position, departments.at(-1)?.name, company].filter(Boolean);
  return {
    id: userId,
    name: row.name,
    login: row.login,
    detail: known.length > 0 ? known.join(" · ") : row.login,
    photoId: row.photoId,
    isDisabled: row.isDisabled,
    position,
    company,
    departments,
    manager: manager ? { id: manager.userId, name: manager.name } : null,
    email,
    domain: email?.split("@")[1] ?? null,
    phone,
    workingHours,
    timeZone,
    tags,
  };
}

/** From the top of the tree down. */
async function departmentsAbove(
  db: Db<DirectoryTables>,
  departmentId: DepartmentId | null,
): Promise<PersonCard["departments"]> {
  if (departmentId === null) return [];
  const { rows } = await sql<{ id: DepartmentId; name: string }>`
    with recursive above as (
      select id, parent_id, name, 0 as height from departments where id = ${departmentId}
      union all
      select d.id, d.parent_id, d.name, a.height + 1
      from departments d join above a on d.id = a.parent_id
    )
    select id, name from above order by height desc`.execute(db);
  return rows;
}

async function tagsOf(
  db: Db<DirectoryTables>,
  userId: UserId,
  viewerId: UserId,
): Promise<Tag[]> {
  const { rows } = await sql<{
    id: TagId;
    name: string;
    isShared: boolean;
    peopleCount: number;
  }>`
    select t.id, t.name, t.owner_id is null as is_shared,
      (select count(*)::integer from tag_people c where c.tag_id = t.id) as people_count
    from tag_people o join tags t on t.id = o.tag_id
    where o.user_id = ${userId} and (t.owner_id is null or t.owner_id = ${viewerId})
    order by t.owner_id is not null, t.name`.execute(db);
  return rows;
}
