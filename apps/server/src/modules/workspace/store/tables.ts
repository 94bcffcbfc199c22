import type { Generated } from "kysely";
import type { Language, SiteId } from "@veche/contracts";

/** One row: how the product looks. */
export interface BrandingTable {
  isOnly: Generated<boolean>;
  productName: string;
  accentColour: string;
  /** PNG as we encoded it. */
  logo: Buffer | null;
  /** Changes with the picture; part of its address. */
  logoVersion: string | null;
}

export interface SitesTable {
  id: SiteId;
  key: string;
  name: string;
  origins: string[];
  language: Language;
  greeting: string | null;
  /** Kept as it is: the server verifies HMAC signatures with it. */
  secret: string;
  createdAt: Date;
}

export interface WorkspaceTables {
  branding: BrandingTable;
  sites: SitesTable;
}
