import {
  fileEndpoints,
  type Actor,
  type Attachment,
  type FileId,
} from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { Principal, UserPrincipal } from "../../../platform/principal.ts";
import { limitsOf, type FileLimits } from "../domain/limits.ts";
import { usedBytes } from "../store/quotas.ts";
import type { FilesTables, Square } from "../store/tables.ts";

export interface FileRoutesPowers {
  readonly db: Db<FilesTables>;
  readonly limits: FileLimits;
  readonly waitFor: (fileId: FileId, reader: Principal) => Promise<Attachment>;
  readonly crop: (wanted: WantedCrop) => Promise<Attachment>;
}

interface WantedCrop {
  readonly fileId: FileId;
  readonly square: Square;
  readonly owner: UserPrincipal;
  readonly actor: Actor;
}

export const fileRoutes = ({
  db,
  limits,
  waitFor,
  crop,
}: FileRoutesPowers): readonly Route[] => [
  route(fileEndpoints.getFileLimits, async ({ principal }) => ({
    ...limitsOf(limits, principal),
    usedBytes: await usedBytes(db, principal.id),
  })),
  route(fileEndpoints.getFile, ({ principal, params }) =>
    waitFor(params.fileId, principal),
  ),
  route(fileEndpoints.cropFile, ({ principal, actor, params, body }) =>
    crop({ fileId: params.fileId, square: body, owner: principal, actor }),
  ),
];
