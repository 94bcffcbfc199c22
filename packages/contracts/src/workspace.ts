import { Type, type Static } from "typebox";
import { SiteIdSchema } from "./ids.ts";
import {
  closed,
  DisplayName,
  Instant,
  LanguageSchema,
  nullable,
} from "./shapes.ts";

/** White label, first form (B17). */
export const Branding = closed({
  productName: DisplayName,
  /** #rrggbb; any: the interface derives shades that can be read. */
  accentColour: Type.String({ pattern: "^#[0-9a-f]{6}$" }),
  /** Path of the logo on this server, or null for the product's own mark. */
  logoPath: nullable(Type.String({ maxLength: 200 })),
});
export type Branding = Static<typeof Branding>;

export const Origin = Type.String({
  maxLength: 200,
  pattern: "^https?://[a-z0-9.-]+(:[0-9]{1,5})?$",
});

/** A web site that carries the widget. */
export const Site = closed({
  id: SiteIdSchema,
  /** Stands in the snippet; public. */
  key: Type.String({ pattern: "^[a-z0-9-]{3,40}$" }),
  name: DisplayName,
  /** Pages of these origins may open the widget. */
  origins: Type.Array(Origin, { maxItems: 20, uniqueItems: true }),
  language: LanguageSchema,
  greeting: nullable(Type.String({ maxLength: 300 })),
});
export type Site = Static<typeof Site>;

/** What the widget's loader needs before anything else; public. */
export const WidgetSettings = closed({
  siteKey: Type.String(),
  branding: Branding,
  language: LanguageSchema,
  greeting: nullable(Type.String()),
  /** True when somebody is at work now. */
  isStaffed: Type.Boolean(),
  /** When calls are taken again; null: they are taken now. */
  opensAt: nullable(Instant),
});
export type WidgetSettings = Static<typeof WidgetSettings>;
