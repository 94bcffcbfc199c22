import { createHash } from "node:crypto";
import {
  workspaceEndpoints,
  type Actor,
  type Branding,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { FileRoute } from "../../../platform/http/file-route.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import {
  LOGO_PATH,
  readBranding,
  readLogo,
  writeBranding,
} from "../store/branding.store.ts";
import type { BrandingTable, WorkspaceTables } from "../store/tables.ts";
import { encodeLogo } from "../use-cases/encode-logo.ts";

type Changes = Partial<Omit<BrandingTable, "isOnly">>;

export function brandingRoutes({
  db,
  transact,
}: Database<WorkspaceTables>): readonly Route[] {
  const change = async (
    actor: Actor,
    fields: string,
    changes: Changes,
  ): Promise<Branding> =>
    transact(actor, async ({ tx, happened }) => {
      await writeBranding(tx, changes);
      happened({ type: "branding.changed", fields });
      return readBranding(tx);
    });

  return [
    route(workspaceEndpoints.getBranding, () => readBranding(db)),
    route(workspaceEndpoints.updateBranding, ({ actor, body }) =>
      change(actor, "productName accentColour", body),
    ),
    route(workspaceEndpoints.uploadLogo, async ({ actor, http }) => {
      const bytes = http.request.body;
      if (!Buffer.isBuffer(bytes))
        throw new AppError("request.unsupported_media_type");
      const logo = await encodeLogo(bytes);
      const logoVersion = createHash("sha256")
        .update(logo)
        .digest("base64url")
        .slice(0, 16);
      return change(actor, "logo", { logo, logoVersion });
    }),
    route(workspaceEndpoints.removeLogo, ({ actor }) =>
      change(actor, "logo", { logo: null, logoVersion: null }),
    ),
  ];
}

export const logoFile = ({ db }: Database<WorkspaceTables>): FileRoute => ({
  path: `${LOGO_PATH}/:version`,
  cached: "for_good",
  async find({ version = "" }) {
    const bytes = await readLogo(db, version);
    return bytes && { contentType: "image/png", bytes };
  },
});
