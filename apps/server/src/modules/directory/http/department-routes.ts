import { departmentEndpoints } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { listDepartments } from "../store/departments.ts";
import {
  createDepartment,
  deleteDepartment,
  updateDepartment,
  type DepartmentDeps,
} from "../use-cases/change-departments.ts";

export function departmentRoutes(deps: DepartmentDeps): readonly Route[] {
  const { db } = deps.database;
  return [
    route(departmentEndpoints.listDepartments, async (_context) => ({
      items: [...(await listDepartments(db))],
    })),
    route(departmentEndpoints.createDepartment, ({ actor, body }) =>
      createDepartment(deps, actor, body),
    ),
    route(departmentEndpoints.updateDepartment, ({ actor, params, body }) =>
      updateDepartment(deps, actor, { ...params, ...body }),
    ),
    route(
      departmentEndpoints.deleteDepartment,
      async ({ actor, params: { departmentId } }) => {
        await deleteDepartment(deps, actor, departmentId);
        return null;
      },
    ),
  ];
}
