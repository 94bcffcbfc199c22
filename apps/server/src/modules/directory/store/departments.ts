import { sql } from "kysely";
import type { Department, DepartmentId, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import { refreshWords } from "./people.ts";
import type { DirectoryTables } from "./tables.ts";

interface DepartmentRow {
  readonly id: DepartmentId;
  readonly name: string;
  readonly parentId: DepartmentId | null;
  readonly managerId: UserId | null;
  readonly managerName: string | null;
  readonly peopleCount: number;
}

/** All, or the one that is named; by name. */
export async function listDepartments(
  db: Db<DirectoryTables>,
  only?: DepartmentId,
): Promise<readonly Department[]> {
  const { rows } = await sql<DepartmentRow>`
    select d.id, d.name, d.parent_id, d.manager_id, m.name as manager_name,
      (select count(*)::integer from people p where p.department_id = d.id and not p.is_disabled) as people_count
    from departments d left join people m on m.user_id = d.manager_id
    where ${only ?? null}::uuid is null or d.id = ${only ?? null}::uuid
    order by d.name, d.id`.execute(db);
  return rows.map(({ managerId, managerName, ...department }) => ({
    ...department,
    manager:
      managerId === null || managerName === null
        ? null
        : { id: managerId, name: managerName },
  }));
}

/** Serialises every change of the tree: two moves at once could close a circle that neither of them sees. */
export async function holdTree(tx: Tx<DirectoryTables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('directory.departments'))`.execute(
    tx,
  );
}

export interface DepartmentFields {
  readonly name: string;
  readonly parentId: DepartmentId | null;
  readonly managerId: UserId | null;
}

export async function insertDepartment(
  tx: Tx<DirectoryTables>,
  id: DepartmentId,
  fields: DepartmentFields & { readonly createdAt: Date },
): Promise<void> {
  await tx
    .insertInto("departments")
    .values({ id, ...fields })
    .execute();
}

/** False when there is no such department. Whoever is in it is found by its new name. */
export async function changeDepartment(
  tx: Tx<DirectoryTables>,
  id: DepartmentId,
  change: Partial<DepartmentFields>,
): Promise<boolean> {
  const changed = await tx
    .updateTable("departments")
    .set(change)
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  if (changed === undefined) return false;
  if (change.name !== undefined) {
    const people = await tx
      .selectFrom("people")
      .select("userId")
      .where("departmentId", "=", id)
      .execute();
    await refreshWords(
      tx,
      people.map(({ userId }) => userId),
    );
  }
  return true;
}

/** False when there is no such department. */
export async function removeDepartment(
  tx: Tx<DirectoryTables>,
  id: DepartmentId,
): Promise<boolean> {
  const removed = await tx
    .deleteFrom("departments")
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return removed !== undefined;
}

export async function isInUse(
  db: Db<DirectoryTables>,
  id: DepartmentId,
): Promise<boolean> {
  const { rows } = await sql<{ isInUse: boolean }>`
    select exists (select from people where department_id = ${id})
      or exists (select from departments where parent_id = ${id}) as is_in_use`.execute(
    db,
  );
  return rows[0]?.isInUse === true;
}

/** Another department of this name in the same place. */
export async function hasNamesake(
  db: Db<DirectoryTables>,
  {
    id,
    name,
    parentId,
  }: Pick<DepartmentFields, "name" | "parentId"> & {
    readonly id: DepartmentId;
  },
): Promise<boolean> {
  const row = await db
    .selectFrom("departments")
    .select("id")
    .where("name", "=", name)
    .where("parentId", parentId === null ? "is" : "=", parentId)
    .where("id", "<>", id)
    .executeTakeFirst();
  return row !== undefined;
}

/** The department and all above it. */
export async function lineAbove(
  db: Db<DirectoryTables>,
  id: DepartmentId,
): Promise<readonly DepartmentId[]> {
  const { rows } = await sql<{ id: DepartmentId }>`
    with recursive above as (
      select id, parent_id from departments where id = ${id}
      union
      select d.id, d.parent_id from departments d join above a on d.id = a.parent_id
    )
    select id from above`.execute(db);
  return rows.map((row) => row.id);
}
