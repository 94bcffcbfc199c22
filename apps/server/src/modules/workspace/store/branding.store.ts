import type { Branding } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { BrandingTable, WorkspaceTables } from "./tables.ts";

/** Where the logo is served; the version makes the address cacheable for good. */
export const LOGO_PATH = "/branding/logo";

export async function readBranding(db: Db<WorkspaceTables>): Promise<Branding> {
  const row = await db
    .selectFrom("branding")
    .select(["productName", "accentColour", "logoVersion"])
    .executeTakeFirstOrThrow();
  return {
    productName: row.productName,
    accentColour: row.accentColour,
    logoPath:
      row.logoVersion === null ? null : `${LOGO_PATH}/${row.logoVersion}`,
  };
}

export async function readLogo(
  db: Db<WorkspaceTables>,
  version: string,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom("branding")
    .select("logo")
    .where("logoVersion", "=", version)
    .executeTakeFirst();
  return row?.logo ?? undefined;
}

export async function writeBranding(
  tx: Tx<WorkspaceTables>,
  changes: Partial<Omit<BrandingTable, "isOnly">>,
): Promise<void> {
  await tx.updateTable("branding").set(changes).execute();
}
