import type { Actor, Department, DepartmentId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database, Tx } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import { oneLine } from "../../../platform/one-line.ts";
import {
  changeDepartment,
  hasNamesake,
  holdTree,
  insertDepartment,
  isInUse,
  lineAbove,
  listDepartments,
  removeDepartment,
  type DepartmentFields,
} from "../store/departments.ts";
import { findPerson } from "../store/people.ts";
import type { DirectoryTables } from "../store/tables.ts";

export interface DepartmentDeps {
  readonly database: Database<DirectoryTables>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Refuses `department.name_taken`, `request.not_found` (no such parent or manager). */
export function createDepartment(
  { database, clock, ids }: DepartmentDeps,
  actor: Actor,
  typed: DepartmentFields,
): Promise<Department> {
  const departmentId = ids.next<DepartmentId>();
  const fields = { ...typed, name: requireName(typed.name) };
  return database.transact(actor, async ({ tx, happened }) => {
    await holdTree(tx);
    await requirePlace(tx, departmentId, fields);
    await insertDepartment(tx, departmentId, {
      ...fields,
      createdAt: clock.now(),
    });
    happened({ type: "department.changed", departmentId, change: "created" });
    return readOne(tx, departmentId);
  });
}

/** Refuses the same, and `request.invalid` for one that would stand under itself. */
export function updateDepartment(
  { database }: Pick<DepartmentDeps, "database">,
  actor: Actor,
  {
    departmentId,
    ...typed
  }: Partial<DepartmentFields> & { readonly departmentId: DepartmentId },
): Promise<Department> {
  const change = {
    ...typed,
    ...(typed.name === undefined ? {} : { name: requireName(typed.name) }),
  };
  return database.transact(actor, async ({ tx, happened }) => {
    await holdTree(tx);
    const before = await readOne(tx, departmentId);
    if (Object.keys(change).length === 0) return before;
    await requirePlace(tx, departmentId, {
      name: before.name,
      parentId: before.parentId,
      managerId: null,
      ...change,
    });
    await changeDepartment(tx, departmentId, change);
    happened({ type: "department.changed", departmentId, change: "changed" });
    return readOne(tx, departmentId);
  });
}

/** Refuses `request.not_found`, `department.in_use`. */
export async function deleteDepartment(
  { database }: Pick<DepartmentDeps, "database">,
  actor: Actor,
  departmentId: DepartmentId,
): Promise<void> {
  await database.transact(actor, async ({ tx, happened }) => {
    await holdTree(tx);
    if (await isInUse(tx, departmentId))
      throw new AppError("department.in_use");
    if (!(await removeDepartment(tx, departmentId)))
      throw new AppError("request.not_found");
    happened({ type: "department.changed", departmentId, change: "deleted" });
  });
}

async function requirePlace(
  tx: Tx<DirectoryTables>,
  id: DepartmentId,
  { name, parentId, managerId }: DepartmentFields,
): Promise<void> {
  if (parentId !== null) {
    const above = await lineAbove(tx, parentId);
    if (above.length === 0) throw new AppError("request.not_found");
    if (above.includes(id))
      throw new AppError("request.invalid", {
        issues: [{ path: "/parentId", message: "must not be below itself" }],
      });
  }
  if (managerId !== null && (await findPerson(tx, managerId)) === undefined)
    throw new AppError("request.not_found");
  if (await hasNamesake(tx, { id, name, parentId }))
    throw new AppError("department.name_taken");
}

async function readOne(
  tx: Tx<DirectoryTables>,
  id: DepartmentId,
): Promise<Department> {
  const [department] = await listDepartments(tx, id);
  if (department === undefined) throw new AppError("request.not_found");
  return department;
}

function requireName(typed: string): string {
  const name = oneLine(typed);
  if (name !== "") return name;
  throw new AppError("request.invalid", {
    issues: [{ path: "/name", message: "must not be empty" }],
  });
}
