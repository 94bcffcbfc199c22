import type { Department, DepartmentId } from "@veche/contracts";
import { expect, it } from "vitest";
import { branchOf, departmentTree } from "./department-tree.ts";

const department = (
  name: string,
  parent: string | null,
  peopleCount = 1,
): Department => ({
  id: name as DepartmentId,
  name,
  parentId: parent as DepartmentId | null,
  manager: null,
  peopleCount,
});

const company = [
  department("north", "sales", 3),
  department("company", null),
  department("sales", "company", 2),
  department("books", "company"),
];

it("stands in the order of the tree, with paths, and counts everybody below", () => {
  expect(
    departmentTree(company).map(({ path, level, peopleInAll }) => [
      path,
      level,
      peopleInAll,
    ]),
  ).toEqual([
    ["company", 1, 7],
    ["company / sales", 2, 5],
    ["company / sales / north", 3, 3],
    ["company / books", 2, 1],
  ]);
});

it("names a branch, which cannot be moved into itself", () => {
  const rows = departmentTree(company);
  expect([...branchOf(rows, "sales" as DepartmentId)]).toEqual([
    "sales",
    "north",
  ]);
  expect(branchOf(rows, "nobody" as DepartmentId).size).toBe(0);
});
