import type {
  ApplicationId,
  ConversationId,
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

/** A business system under its own key. It is a member of conversations, but no `Principal`: it has its own REST. */
export interface ApplicationPrincipal {
  readonly kind: "application";
  readonly id: ApplicationId;
  readonly key: string;
  readonly name: string;
}

/** A user in a page of a business system: they reach one conversation there, whatever else they may here. */
export interface EmbeddedPrincipal {
  readonly kind: "embedded";
  readonly id: UserId;
  readonly name: string;
  readonly language: Language;
  readonly applicationId: ApplicationId;
  readonly conversationId: ConversationId;
}

/** Whoever comes with a key or a token of an application. */
export type KeyHolder = ApplicationPrincipal | EmbeddedPrincipal;
