import { Type, type Static } from "typebox";
import {
  CustomerIdSchema,
  SessionIdSchema,
  SiteIdSchema,
  UserIdSchema,
} from "./ids.ts";
import {
  closed,
  DisplayName,
  Instant,
  LanguageSchema,
  nullable,
  oneOf,
} from "./shapes.ts";

/** What a staff user may be. One user may hold several; `employee` is held by all. */
export const roles = ["admin", "supervisor", "operator", "employee"] as const;
export type Role = (typeof roles)[number];
export const RoleSchema = oneOf(roles);

export const Login = Type.String({
  minLength: 2,
  maxLength: 64,
  pattern: "^[a-z0-9._@-]+$",
});
export const Password = Type.String({ minLength: 1, maxLength: 256 });

export const User = closed({
  id: UserIdSchema,
  login: Login,
  name: DisplayName,
  roles: Type.Array(RoleSchema, { minItems: 1, uniqueItems: true }),
  language: LanguageSchema,
  disabledAt: nullable(Instant),
});
export type User = Static<typeof User>;

/** A customer as the staff see them. `attributes` come from the site's signed token. */
export const Customer = closed({
  id: CustomerIdSchema,
  siteId: SiteIdSchema,
  name: DisplayName,
  /** The customer's id in the company's own system; null while anonymous. */
  externalId: nullable(Type.String({ maxLength: 200 })),
  email: nullable(Type.String({ maxLength: 254 })),
  phone: nullable(Type.String({ maxLength: 40 })),
  attributes: Type.Record(
    Type.String({ maxLength: 60 }),
    Type.String({ maxLength: 500 }),
  ),
  language: LanguageSchema,
  pageUrl: nullable(Type.String({ maxLength: 2000 })),
  pageTitle: nullable(Type.String({ maxLength: 300 })),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  isOnline: Type.Boolean(),
});
export type Customer = Static<typeof Customer>;

export const Session = closed({
  id: SessionIdSchema,
  createdAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
  /** Browser and system in words, from the user agent. */
  device: Type.String(),
  address: Type.String(),
  isCurrent: Type.Boolean(),
});
export type Session = Static<typeof Session>;
