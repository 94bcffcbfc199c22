import type { Department, DepartmentId } from "@veche/contracts";

/** A department in its place in the tree. */
export interface TreeRow {
  readonly department: Department;
  /** 1 at the top. */
  readonly level: number;
  /** "Sales / North". */
  readonly path: string;
  /** Who work in it and in those below it. */
  readonly peopleInAll: number;
  readonly hasBelow: boolean;
}

/** All departments from the top down, each before those below it. */
export function departmentTree(
  departments: readonly Department[],
): readonly TreeRow[] {
  const below = Map.groupBy(departments, ({ parentId }) => parentId);
  const rowsOf = (
    parentId: DepartmentId | null,
    above: Pick<TreeRow, "level" | "path">,
  ): readonly TreeRow[] =>
    (below.get(parentId) ?? []).flatMap((department) => {
      const level = above.level + 1;
      const path =
        above.path === ""
          ? department.name
          : `${above.path} / ${department.name}`;
      const under = rowsOf(department.id, { level, path });
      const direct = under.filter((row) => row.level === level + 1);
      const peopleInAll = direct.reduce(
        (sum, row) => sum + row.peopleInAll,
        department.peopleCount,
      );
      const hasBelow = under.length > 0;
      return [{ department, level, path, peopleInAll, hasBelow }, ...under];
    });
  return rowsOf(null, { level: 0, path: "" });
}

/** Itself and everything below it: where it cannot be moved to. */
export function branchOf(
  rows: readonly TreeRow[],
  id: DepartmentId,
): ReadonlySet<DepartmentId> {
  const at = rows.findIndex(({ department }) => department.id === id);
  const top = rows[at];
  if (top === undefined) return new Set();
  const rest = rows.slice(at + 1);
  const end = rest.findIndex(({ level }) => level <= top.level);
  const branch = [top, ...rest.slice(0, end === -1 ? rest.length : end)];
  return new Set(branch.map(({ department }) => department.id));
}
