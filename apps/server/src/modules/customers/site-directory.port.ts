import type { Branding, Site, SiteId } from "@veche/contracts";

/** The sites that carry the widget and what they look like; the workspace module answers. */
export interface SiteDirectory {
  branding(): Promise<Branding>;
  siteByKey(key: string): Promise<Site | undefined>;
  /** With what the site signs identity tokens. */
  siteSecret(siteId: SiteId): Promise<string>;
}
