import { fileEndpoints, type Attachment, type FileId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Principal } from "../../../platform/principal.ts";
import { limitsOf, type FileLimits } from "../domain/limits.ts";
import { usedBytes } from "../store/quotas.ts";
import type { FilesTables } from "../store/tables.ts";

export interface FileRoutesPowers {
  readonly db: Db<FilesTables>;
  readonly limits: FileLimits;
  readonly waitFor: (fileId: FileId, reader: Principal) => Promise<Attachment>;
}

export const fileRoutes = ({
  db,
  limits,
  waitFor,
}: FileRoutesPowers): readonly Route[] => [
  route(fileEndpoints.getFileLimits, async ({ principal }) => ({
    ...limitsOf(limits, principal),
    usedBytes: await usedBytes(db, principal.id),
  })),
  route(fileEndpoints.getFile, ({ principal, params }) =>
    waitFor(params.fileId, principal),
  ),
];
