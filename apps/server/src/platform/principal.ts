import type {
  CustomerId,
  Language,
  Role,
  SessionId,
  SiteId,
  UserId,
} from "@veche/contracts";

/** Who acts, as established at the edge by cookie, token or ticket. */
export type Principal =
  | {
      readonly kind: "user";
      readonly id: UserId;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly language: Language;
      readonly sessionId: SessionId;
    }
  | {
      readonly kind: "customer";
      readonly id: CustomerId;
      readonly name: string;
      readonly language: Language;
      readonly siteId: SiteId;
    };

export type UserPrincipal = Extract<Principal, { kind: "user" }>;
export type CustomerPrincipal = Extract<Principal, { kind: "customer" }>;
