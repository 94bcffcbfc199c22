import { peopleImportEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { readList } from "../read-list.ts";
import type { ImportDeps } from "../use-cases/apply-import.ts";
import { importPeople } from "../use-cases/import-people.ts";

export const importRoutes = (deps: ImportDeps): readonly Route[] => [
  route(
    peopleImportEndpoints.importPeople,
    async ({ actor, query: { apply }, http }) => {
      const bytes = http.request.body;
      if (!Buffer.isBuffer(bytes))
        throw new AppError("request.unsupported_media_type");
      return importPeople(deps, actor, {
        list: readList(bytes),
        isApplied: apply,
      });
    },
  ),
];
