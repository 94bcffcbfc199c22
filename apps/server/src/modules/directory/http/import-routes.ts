import { peopleImportEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { readColumns, readList } from "../read-list.ts";
import type { ImportDeps } from "../use-cases/apply-import.ts";
import { importPeople } from "../use-cases/import-people.ts";

function fileOf(body: unknown): Buffer {
  if (!Buffer.isBuffer(body))
    throw new AppError("request.unsupported_media_type");
  return body;
}

export const importRoutes = (deps: ImportDeps): readonly Route[] => [
  route(peopleImportEndpoints.readPeopleList, ({ http }) =>
    Promise.resolve(readColumns(fileOf(http.request.body))),
  ),
  route(
    peopleImportEndpoints.importPeople,
    async ({ actor, query: { apply, columns }, http }) =>
      importPeople(deps, actor, {
        list: readList(fileOf(http.request.body), columns),
        isApplied: apply,
      }),
  ),
];
