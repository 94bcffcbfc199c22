import { Type } from "typebox";
import { DepartmentIdSchema, UserIdSchema } from "../ids.ts";
import { CardLine, Department } from "../people.ts";
import { closed, nullable } from "../shapes.ts";
import { endpoint } from "./endpoint.ts";

const tag = "People";
const admin = { kind: "user", anyOf: ["admin"] } as const;
const params = closed({ departmentId: DepartmentIdSchema });
const parentId = nullable(DepartmentIdSchema);
const managerId = nullable(UserIdSchema);

export const departmentEndpoints = {
  /** The tree as a list, by name; each names the one above it. */
  listDepartments: endpoint({
    method: "GET",
    path: "/api/v1/departments",
    tag,
    summary: "All departments",
    access: { kind: "user" },
    status: 200,
    response: closed({ items: Type.Array(Department) }),
    errors: [],
  }),
  createDepartment: endpoint({
    method: "POST",
    path: "/api/v1/departments",
    tag,
    summary: "Add a department",
    access: admin,
    body: closed({ name: CardLine, parentId, managerId }),
    status: 201,
    response: Department,
    errors: ["request.not_found", "department.name_taken"],
  }),
  /** What isn't named stays. One that would stand under itself is refused. */
  updateDepartment: endpoint({
    method: "PATCH",
    path: "/api/v1/departments/:departmentId",
    tag,
    summary: "Rename or move a department, change its manager",
    access: admin,
    params,
    body: closed({
      name: Type.Optional(CardLine),
      parentId: Type.Optional(parentId),
      managerId: Type.Optional(managerId),
    }),
    status: 200,
    response: Department,
    errors: ["request.not_found", "department.name_taken"],
  }),
  deleteDepartment: endpoint({
    method: "DELETE",
    path: "/api/v1/departments/:departmentId",
    tag,
    summary:
      "Remove a department that has neither people nor departments below it",
    access: admin,
    params,
    status: 204,
    response: Type.Null(),
    errors: ["request.not_found", "department.in_use"],
  }),
} as const;
