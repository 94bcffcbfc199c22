import type { DepartmentId } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { Tx } from "../../../platform/db/database.ts";
import type { Ids } from "../../../platform/ids.ts";
import { insertDepartment } from "../store/departments.ts";
import { departmentPaths, pathSeparator } from "../store/import-store.ts";
import type { DirectoryTables } from "../store/tables.ts";

/**
 * Departments by path, those that are named and don't exist yet among them; a path comes after the one above it. The
 * tree is held by the caller.
 */
export async function openDepartments(
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  tx: Tx<DirectoryTables>,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, DepartmentId>> {
  const paths = new Map(await departmentPaths(tx));
  for (const path of new Set(wanted)) {
    if (paths.has(path)) continue;
    const names = path.split(pathSeparator);
    const id = ids.next<DepartmentId>();
    await insertDepartment(tx, id, {
      name: names.at(-1) ?? path,
      parentId: paths.get(names.slice(0, -1).join(pathSeparator)) ?? null,
      managerId: null,
      createdAt: clock.now(),
    });
    paths.set(path, id);
  }
  return paths;
}
