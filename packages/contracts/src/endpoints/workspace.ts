import { Type } from "typebox";
import { SiteIdSchema } from "../ids.ts";
import { closed } from "../shapes.ts";
import { Branding, Site } from "../workspace.ts";
import { endpoint } from "./endpoint.ts";

const tag = "Workspace";
const admin = { kind: "user", anyOf: ["admin"] } as const;
const SiteFields = closed({
  name: Site.properties.name,
  origins: Site.properties.origins,
  language: Site.properties.language,
  greeting: Site.properties.greeting,
});

export const workspaceEndpoints = {
  getBranding: endpoint({
    method: "GET",
    path: "/api/v1/workspace/branding",
    tag,
    summary: "Name, colour and logo",
    access: { kind: "public" },
    status: 200,
    response: Branding,
    errors: [],
  }),
  updateBranding: endpoint({
    method: "PUT",
    path: "/api/v1/workspace/branding",
    tag,
    summary: "Change name and colour",
    access: admin,
    body: closed({
      productName: Branding.properties.productName,
      accentColour: Branding.properties.accentColour,
    }),
    status: 200,
    response: Branding,
    errors: [],
  }),
  /** The body is the picture itself (PNG, JPEG or WebP, 512 KiB at most); it is re-encoded. */
  uploadLogo: endpoint({
    method: "PUT",
    path: "/api/v1/workspace/logo",
    tag,
    summary: "Replace the logo",
    access: admin,
    upload: {
      contentTypes: ["image/png", "image/jpeg", "image/webp"],
      maxBytes: 524_288,
    },
    status: 200,
    response: Branding,
    errors: ["request.unsupported_media_type", "request.too_large"],
  }),
  removeLogo: endpoint({
    method: "DELETE",
    path: "/api/v1/workspace/logo",
    tag,
    summary: "Go back to the product's own mark",
    access: admin,
    status: 200,
    response: Branding,
    errors: [],
  }),
  listSites: endpoint({
    method: "GET",
    path: "/api/v1/sites",
    tag,
    summary: "Web sites that carry the widget",
    access: admin,
    status: 200,
    response: closed({ sites: Type.Array(Site) }),
    errors: [],
  }),
  createSite: endpoint({
    method: "POST",
    path: "/api/v1/sites",
    tag,
    summary: "Add a web site; the answer is the only one that shows its secret",
    access: admin,
    body: SiteFields,
    status: 201,
    response: closed({ site: Site, secret: Type.String() }),
    errors: [],
  }),
  updateSite: endpoint({
    method: "PUT",
    path: "/api/v1/sites/:siteId",
    tag,
    summary: "Change a web site",
    access: admin,
    params: closed({ siteId: SiteIdSchema }),
    body: SiteFields,
    status: 200,
    response: Site,
    errors: ["request.not_found"],
  }),
  rotateSiteSecret: endpoint({
    method: "POST",
    path: "/api/v1/sites/:siteId/secret",
    tag,
    summary:
      "Make a new signing secret; tokens signed with the old one stop working",
    access: admin,
    params: closed({ siteId: SiteIdSchema }),
    status: 200,
    response: closed({ secret: Type.String() }),
    errors: ["request.not_found"],
  }),
} as const;
