import type {
  ApplicationId,
  ConversationId,
  CustomerId,
  DeviceClass,
  GuestId,
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
      /** What they look through now. */
      readonly device: DeviceClass;
    }
  | {
      readonly kind: "customer";
      readonly id: CustomerId;
      readonly name: string;
      readonly language: Language;
      readonly siteId: SiteId;
    }
  | {
      readonly kind: "guest";
      readonly id: GuestId;
      readonly name: string;
      readonly language: Language;
      /** The one conversation they are in. */
      readonly conversationId: ConversationId;
      /** Of its log nothing up to here is theirs to see. */
      readonly seesAfterSeq: number;
    };

export type UserPrincipal = Extract<Principal, { kind: "user" }>;
/** Whose session it is, before it is known what they look through. */
export type SignedInUser = Omit<UserPrincipal, "device">;
export type GuestPrincipal = Extract<Principal, { kind: "guest" }>;
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
  readonly device: DeviceClass;
}

/** Whom an embedded page's token lets in, before it is known what they look through. */
export type EmbeddedUser = Omit<EmbeddedPrincipal, "device">;

/** Whoever comes with a key or a token of an application. */
export type KeyHolder = ApplicationPrincipal | EmbeddedPrincipal;

/** What somebody looks through; null where no rule speaks of it. */
export const deviceOf = (principal: Principal): DeviceClass | null =>
  principal.kind === "user" ? principal.device : null;
