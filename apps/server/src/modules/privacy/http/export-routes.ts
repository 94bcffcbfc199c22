import { create as contentDisposition } from "content-disposition";
import {
  ID_PATTERN,
  privacyEndpoints,
  type ExportId,
  type UserId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { ByteRoute } from "../../../platform/http/byte-route.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import type { ExportFolder } from "../export/export-folder.ts";
import type { PrivacyPowers } from "../privacy-powers.ts";
import {
  askExport,
  expireExports,
  exportOf,
  exportsOf,
} from "../store/exports.ts";

export type ExportRouteDeps = Pick<
  PrivacyPowers,
  "database" | "clock" | "ids" | "writeGate"
> & { readonly onChange: () => void };

export function exportRoutes({
  database,
  clock,
  ids,
  writeGate,
  onChange,
}: ExportRouteDeps): readonly Route[] {
  return [
    route(privacyEndpoints.requestExport, async ({ principal, actor }) => {
      writeGate.assertOpen();
      const userId = principal.id;
      const asked = await database.transact(actor, async (unit) => {
        const id = ids.next<ExportId>();
        const at = clock.now();
        const answer = await askExport(unit, { id, userId, at });
        if (answer.isNew)
          unit.happened({ type: "export.requested", exportId: id, userId });
        return answer.asked;
      });
      onChange();
      return asked;
    }),
    route(privacyEndpoints.listExports, async ({ principal }) => ({
      items: await exportsOf(database.db, principal.id),
    })),
    route(
      privacyEndpoints.removeExport,
      async ({ principal, actor, params }) => {
        const { id: userId } = principal;
        const { exportId: id } = params;
        if ((await exportOf(database.db, userId, id)) === undefined)
          throw new AppError("request.not_found");
        await database.transact(actor, (unit) =>
          expireExports(unit, { userId, id }),
        );
        onChange();
        return null;
      },
    ),
  ];
}

const idPattern = new RegExp(ID_PATTERN);
const gone = () => new AppError("request.not_found");

/** The bytes, for the person alone and as long as they are kept; the trail knows each time they were taken. */
export const exportFileRoute = ({
  database,
  clock,
  folder,
}: Pick<PrivacyPowers, "database" | "clock"> & {
  readonly folder: Pick<ExportFolder, "read">;
}): ByteRoute => ({
  method: "GET",
  path: "/api/v1/privacy/exports/:exportId/file",
  access: { kind: "user" },
  async handle({ principal, actor, params }) {
    const { exportId: id = "" } = params;
    if (principal.kind !== "user" || !idPattern.test(id)) throw gone();
    const userId: UserId = principal.id;
    // Held against the pattern of ids just now.
    const exportId = id as ExportId;
    const found = await exportOf(database.db, userId, exportId);
    const isKept =
      found?.state === "ready" &&
      found.expiresAt !== null &&
      Date.parse(found.expiresAt) > clock.now().getTime();
    const stored = isKept ? await folder.read(exportId) : undefined;
    if (stored === undefined) throw gone();
    await database.transact(actor, async ({ happened }) => {
      happened({ type: "export.taken", exportId, userId });
    });
    return {
      status: 200,
      headers: {
        "content-type": "application/zip",
        "content-length": String(stored.sizeBytes),
        "content-disposition": contentDisposition("my-data.zip"),
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
      body: stored.bytes(),
    };
  },
});
