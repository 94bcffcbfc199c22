import type { CallEndReason, CallMedia, SupervisionMode } from "./calls.ts";
import type {
  OfferOutcome,
  OperatorState,
  RequestEndReason,
  RequestKind,
} from "./contact-centre.ts";
import type {
  ApplicationId,
  CallId,
  CannedAnswerId,
  ConferenceId,
  ConversationId,
  CustomerId,
  DepartmentId,
  InvitationId,
  LdapDirectoryId,
  ExportId,
  GuestId,
  OfferId,
  OutcomeId,
  OidcProviderId,
  PrincipalId,
  QueueId,
  CompositionId,
  RecordingId,
  RecordingLinkId,
  ReelId,
  RequestId,
  ScimTokenId,
  SessionId,
  SiteId,
  TagId,
  UserId,
  WebhookEndpointId,
} from "./ids.ts";
import type { SecondFactor, SignInMeans } from "./sign-in-words.ts";
import type {
  CompositionFormat,
  CompositionLayout,
  RecordingDeletionReason,
} from "./library-words.ts";
import type {
  RecordingEndReason,
  RecordingPurpose,
} from "./recording-words.ts";
import type { Shape } from "./event-shape.ts";
import type { LiveEvent } from "./live-events.ts";

/** Who made it happen, for the audit trail. Null: the server itself (a deadline, a clean-up). */
export interface Actor {
  readonly id: PrincipalId | null;
  readonly name: string | null;
  readonly address: string | null;
}

/**
 * Facts that are kept: written to the outbox in the transaction that made them true, and read from there by audit
 * (later webhooks and statistics). Payloads are thin: ids and closed words, never message texts or personal data.
 */
export type DurableEvent =
  | (Shape<"session.started"> & {
      readonly userId: UserId;
      readonly sessionId: SessionId;
      readonly means: SignInMeans;
    })
  | (Shape<"session.ended"> & {
      readonly userId: UserId;
      readonly sessionId: SessionId;
      readonly reason:
        "signed_out" | "revoked" | "expired" | "disabled" | "password_changed";
    })
  | (Shape<"sign_in.failed"> & {
      readonly login: string;
      readonly userId: UserId | null;
      readonly reason:
        | "wrong_credentials"
        | "wrong_code"
        | "passkey_refused"
        | "company_failed"
        | "company_only"
        | "company_stranger"
        | "locked"
        | "disabled";
    })
  | (Shape<"second_factor.added" | "second_factor.removed"> & {
      readonly userId: UserId;
      readonly factor: SecondFactor;
    })
  /** By an administrator, for somebody who lost theirs. */
  | (Shape<"second_factor.reset"> & { readonly userId: UserId })
  | (Shape<"recovery_codes.made"> & { readonly userId: UserId })
  /** `secondFactorRoles`: between commas. */
  | (Shape<"sign_in_policy.changed"> & {
      readonly secondFactorRoles: string;
      readonly isCompanyOnly: boolean;
    })
  /** `networks`: between commas. */
  | (Shape<"staff_networks.changed"> & { readonly networks: string })
  | (Shape<"sign_in_provider.changed"> & {
      readonly providerId: OidcProviderId | LdapDirectoryId;
      readonly change: "created" | "changed" | "removed";
    })
  /** From now on the company's word about this person opens the account. */
  | (Shape<"company_identity.linked"> & {
      readonly userId: UserId;
      readonly providerId: OidcProviderId | LdapDirectoryId;
    })
  | (Shape<"user.created"> & { readonly userId: UserId })
  | (Shape<"user.changed"> & {
      readonly userId: UserId;
      readonly fields: string;
    })
  | (Shape<"user.disabled"> & { readonly userId: UserId })
  /** The account and what is personal is gone; what they said stays under a name that is nobody's. */
  | (Shape<"user.erased"> & { readonly userId: UserId })
  | (Shape<"export.requested"> & {
      readonly exportId: ExportId;
      readonly userId: UserId;
    })
  | (Shape<"export.taken"> & {
      readonly exportId: ExportId;
      readonly userId: UserId;
    })
  /** `rules`: kind and days of each, between commas. */
  | (Shape<"retention.changed"> & { readonly rules: string })
  | (Shape<"erasure_policy.changed"> & { readonly mayEraseSelf: boolean })
  | (Shape<"conference_reminders.changed"> & { readonly areOn: boolean })
  /** Messages deleted themselves: by the rules of retention, or because their lifetime was over. */
  | (Shape<"messages.expired"> & {
      readonly conversationId: ConversationId;
      readonly reason: "expired" | "retention";
      readonly count: number;
    })
  | (Shape<"password.changed"> & { readonly userId: UserId })
  | (Shape<"scim_token.created"> & { readonly tokenId: ScimTokenId })
  | (Shape<"scim_token.revoked"> & { readonly tokenId: ScimTokenId })
  | (Shape<"people.imported"> & {
      readonly created: number;
      readonly changed: number;
    })
  | (Shape<"department.changed"> & {
      readonly departmentId: DepartmentId;
      readonly change: "created" | "changed" | "deleted";
    })
  /** Shared ones; personal tags are nobody else's business. */
  | (Shape<"tag.changed"> & {
      readonly tagId: TagId;
      readonly change: "created" | "changed" | "deleted";
    })
  | (Shape<"person.changed"> & {
      readonly userId: UserId;
      readonly fields: string;
    })
  | (Shape<"branding.changed"> & { readonly fields: string })
  | (Shape<"site.created"> & { readonly siteId: SiteId })
  | (Shape<"site.changed"> & { readonly siteId: SiteId })
  | (Shape<"site.secret_rotated"> & { readonly siteId: SiteId })
  | (Shape<"application.created"> & { readonly applicationId: ApplicationId })
  | (Shape<"application.changed"> & {
      readonly applicationId: ApplicationId;
      readonly fields: string;
    })
  | (Shape<"application.secret_rotated"> & {
      readonly applicationId: ApplicationId;
    })
  | (Shape<"application.removed"> & { readonly applicationId: ApplicationId })
  /** `change` of a secret: `rotated`; `off`: by the server, because it was gone or took nothing for a day. */
  | (Shape<"webhook.changed"> & {
      readonly endpointId: WebhookEndpointId;
      readonly change: "created" | "changed" | "rotated" | "off" | "removed";
    })
  | (Shape<"media_node.changed"> & {
      readonly name: string;
      readonly change: "drained" | "returned";
    })
  /** By the command that makes backups. */
  | (Shape<"backup.taken"> & { readonly folder: string })
  | (Shape<"context.opened"> & {
      readonly applicationId: ApplicationId;
      readonly conversationId: ConversationId;
    })
  | (Shape<"customer.identified"> & {
      readonly customerId: CustomerId;
      readonly siteId: SiteId;
    })
  | (Shape<"customer.viewed"> & { readonly customerId: CustomerId })
  | (Shape<"conference.planned"> & {
      readonly conferenceId: ConferenceId;
      readonly conversationId: ConversationId;
    })
  /** `fields`: which of title, about, schedule, invitees, outside, entry, password, guest_link and occurrence, between commas. */
  | (Shape<"conference.changed"> & {
      readonly conferenceId: ConferenceId;
      readonly fields: string;
    })
  | (Shape<"guest.entered"> & {
      readonly conferenceId: ConferenceId;
      readonly guestId: GuestId;
    })
  | (Shape<"conference.cancelled"> & { readonly conferenceId: ConferenceId })
  | (Shape<"group.created"> & { readonly conversationId: ConversationId })
  | (Shape<"channel.created"> & { readonly conversationId: ConversationId })
  /** `fields`: which of title, about, picture, access, posting and confidentiality, between commas. */
  | (Shape<"conversation.changed"> & {
      readonly conversationId: ConversationId;
      readonly fields: string;
    })
  /** `rules`: off, or how long messages live and which devices open it. */
  | (Shape<"confidentiality.changed"> & {
      readonly conversationId: ConversationId;
      readonly rules: string;
    })
  | (Shape<"invitation.created"> & {
      readonly conversationId: ConversationId;
      readonly invitationId: InvitationId;
    })
  | (Shape<"invitation.revoked"> & {
      readonly conversationId: ConversationId;
      readonly invitationId: InvitationId;
    })
  /** With everything that was said in it: whoever keeps something of it lets it go. */
  | (Shape<"conversation.deleted"> & {
      readonly conversationId: ConversationId;
    })
  | (Shape<"request.created"> & {
      readonly requestId: RequestId;
      readonly queueId: QueueId;
      readonly customerId: CustomerId;
      readonly kind: RequestKind;
    })
  | (Shape<"request.accepted"> & {
      readonly requestId: RequestId;
      readonly operatorId: UserId;
      readonly waitedMs: number;
    })
  /** Another operator has taken the session over. */
  | (Shape<"request.transferred"> & {
      readonly requestId: RequestId;
      readonly fromOperatorId: UserId;
      readonly toOperatorId: UserId;
    })
  /** A supervisor took it from its operator, who had not asked for it; `request.transferred` is said of it as well. */
  | (Shape<"request.taken_over"> & {
      readonly requestId: RequestId;
      readonly fromOperatorId: UserId;
      readonly toOperatorId: UserId;
    })
  /** A supervisor takes part in a session, or does so in another way. */
  | (Shape<"request.supervised"> & {
      readonly requestId: RequestId;
      readonly supervisorId: UserId;
      readonly mode: SupervisionMode;
    })
  | (Shape<"request.ended"> & {
      readonly requestId: RequestId;
      readonly reason: RequestEndReason;
    })
  /** A customer said how it was, or thought better of it within minutes. */
  | (Shape<"rating.given" | "rating.changed"> & {
      readonly requestId: RequestId;
      readonly operatorId: UserId | null;
      /** From 1 to 5. */
      readonly people: number | null;
      readonly technology: number | null;
      readonly hasComment: boolean;
    })
  /** The operator wrote down what a session came to. */
  | (Shape<"wrap_up.saved"> & {
      readonly requestId: RequestId;
      readonly outcomeId: OutcomeId | null;
    })
  /** `outcomeCount`: how many may be chosen. */
  | (Shape<"wrap_up_rules.changed"> & {
      readonly seconds: number;
      readonly outcomeCount: number;
    })
  | (Shape<"queue.changed"> & {
      readonly queueId: QueueId;
      readonly change: "created" | "changed" | "archived";
    })
  | (Shape<"canned_answer.changed"> & {
      readonly answerId: CannedAnswerId;
      readonly change: "created" | "changed" | "deleted";
    })
  | (Shape<"offer.made"> & {
      readonly offerId: OfferId;
      readonly requestId: RequestId;
      readonly operatorId: UserId;
    })
  | (Shape<"offer.closed"> & {
      readonly offerId: OfferId;
      readonly requestId: RequestId;
      readonly operatorId: UserId;
      readonly outcome: OfferOutcome;
    })
  | (Shape<"operator.state_changed"> & {
      readonly operatorId: UserId;
      readonly from: OperatorState;
      readonly to: OperatorState;
    })
  | (Shape<"call.started"> & {
      readonly callId: CallId;
      readonly conversationId: ConversationId;
      readonly media: CallMedia;
    })
  | (Shape<"call.ended"> & {
      readonly callId: CallId;
      readonly conversationId: ConversationId;
      readonly reason: CallEndReason;
      readonly durationMs: number;
    })
  /** `purposes`: between commas. */
  | (Shape<"recording.started"> & {
      readonly recordingId: RecordingId;
      readonly callId: CallId;
      readonly conversationId: ConversationId;
      readonly purposes: string;
    })
  | (Shape<"recording.ended"> & {
      readonly recordingId: RecordingId;
      readonly callId: CallId;
      readonly conversationId: ConversationId;
      readonly reason: RecordingEndReason;
      readonly durationMs: number;
    })
  /** One person's answer to one purpose, and to which wording of the question. */
  | (Shape<"consent.given" | "consent.refused" | "consent.withdrawn"> & {
      readonly recordingId: RecordingId;
      readonly principalId: PrincipalId;
      readonly purpose: RecordingPurpose;
      readonly textVersion: number;
    })
  /** Its tracks are lined up. */
  | (Shape<"recording.playable"> & {
      readonly recordingId: RecordingId;
      readonly durationMs: number;
    })
  /** Rows of a view for analysts left as CSV; the days it was asked for. */
  | (Shape<"bi.exported"> & {
      readonly table: string;
      readonly from: string;
      readonly to: string;
    })
  | (Shape<"recording.viewed"> & { readonly recordingId: RecordingId })
  /** Somebody took a film or one person's original along. */
  | (Shape<"recording.taken"> & {
      readonly recordingId: RecordingId;
      readonly what: "film" | "original";
      readonly itemId: string;
    })
  | (Shape<"composition.requested"> & {
      readonly recordingId: RecordingId;
      readonly compositionId: CompositionId;
      readonly layout: CompositionLayout;
      readonly format: CompositionFormat;
    })
  | (Shape<"recording.held" | "recording.released"> & {
      readonly recordingId: RecordingId;
    })
  /** `digest`: SHA-256 over the list of deleted files with their hashes. */
  | (Shape<"recording.deleted"> & {
      readonly recordingId: RecordingId;
      readonly reason: RecordingDeletionReason;
      readonly fileCount: number;
      readonly digest: string;
    })
  /** `compositionId`: the film it shows; null: what each person sent. */
  | (Shape<"recording_link.made"> & {
      readonly recordingId: RecordingId;
      readonly linkId: RecordingLinkId;
      readonly compositionId: CompositionId | null;
      readonly expiresAt: string;
    })
  | (Shape<"recording_link.revoked"> & {
      readonly recordingId: RecordingId;
      readonly linkId: RecordingLinkId;
    })
  /** Somebody with the link had the first byte of it; `itemId`: of which film or reel. */
  | (Shape<"recording_link.viewed"> & {
      readonly recordingId: RecordingId;
      readonly linkId: RecordingLinkId;
      readonly itemId: CompositionId | ReelId;
    })
  | (Shape<"recording_keeping.changed"> & { readonly days: number | null })
  /** Who may record; `roles`: between commas. */
  | (Shape<"recording_policy.changed"> & { readonly roles: string })
  /** Somebody looked into the flight recorder of a call. */
  | (Shape<"call.inspected"> & { readonly callId: CallId });

export type DomainEvent = DurableEvent | LiveEvent;
export type DomainEventType = DomainEvent["type"];
export type DomainEventOf<Kind extends DomainEventType> = Extract<
  DomainEvent,
  { type: Kind }
>;
