import { Type } from "typebox";

/**
 * Identifiers are UUID strings branded by what they name, so that mixing two of them does not compile.
 * The server makes version 7 (RFC 9562: they sort by time); clients make version 4 for their own ids.
 */
export type Id<Name extends string> = string & { readonly __names: Name };

export type UserId = Id<"user">;
export type CustomerId = Id<"customer">;
/** Somebody without an account who came by a conference's link; the id lasts as long as that stay. */
export type GuestId = Id<"guest">;
/** A user, a customer, a guest or an application: whoever can be a member of a conversation. */
export type PrincipalId = UserId | CustomerId | GuestId | ApplicationId;
export type SessionId = Id<"session">;
export type SiteId = Id<"site">;
export type ConversationId = Id<"conversation">;
export type MessageId = Id<"message">;
export type QueueId = Id<"queue">;
export type RequestId = Id<"request">;
export type OfferId = Id<"offer">;
/** What a session came to, of the company's list. */
export type OutcomeId = Id<"outcome">;
/** A ready-made answer of the office. */
export type CannedAnswerId = Id<"canned_answer">;
/** One way of a session from an operator to the next. */
export type TransferId = Id<"transfer">;
export type CallId = Id<"call">;
/** A file of the store: what it is of is told by where its id stands. */
export type FileId = Id<"file">;
/** A folder of one user's conversation list. */
export type FolderId = Id<"folder">;
export type InvitationId = Id<"invitation">;
export type ReminderId = Id<"reminder">;
export type StickerSetId = Id<"sticker_set">;
export type StickerId = Id<"sticker">;
/** A name for several people, personal or shared. */
export type TagId = Id<"tag">;
export type DepartmentId = Id<"department">;
/** A key of the system that provisions people (SCIM). */
export type ScimTokenId = Id<"scim_token">;
/** A business system registered with the server. */
export type ApplicationId = Id<"application">;
/** Where a system of the company's is told what happens. */
export type WebhookEndpointId = Id<"webhook_endpoint">;
export type WebhookMessageId = Id<"webhook_message">;
/** A planned call. */
export type ConferenceId = Id<"conference">;
/** A recording of a call. */
export type RecordingId = Id<"recording">;
/** One file of a recording. */
export type RecordedTrackId = Id<"recorded_track">;
/** What one person sent of a recording, as one film. */
export type ReelId = Id<"reel">;
/** A film made of a recording. */
export type CompositionId = Id<"composition">;
/** A link by which people without an account watch a recording. */
export type RecordingLinkId = Id<"recording_link">;
/** A key of one device or key ring that somebody signs in with. */
export type PasskeyId = Id<"passkey">;
export type OidcProviderId = Id<"oidc_provider">;
export type LdapDirectoryId = Id<"ldap_directory">;
/** A copy of one person's data. */
export type ExportId = Id<"export">;
/** Made by the client for each life of its peer connection; signals carry it so that stale ones are dropped. */
export type JoinId = Id<"join">;
/** Names one life of a call at the media server; another name means: build the connections anew. */
export type RoomId = Id<"room">;
/** Made by the client for each command that creates something; the same id sent twice gives the same answer. */
export type ClientId = Id<"client">;
/** Names one browser profile; kept in its local storage. */
export type DeviceId = Id<"device">;

/** The one spelling of an identifier: lower case, with hyphens. */
export const ID_PATTERN =
  "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

const uuid = { type: "string", pattern: ID_PATTERN } as const;

export const UserIdSchema = Type.Unsafe<UserId>(uuid);
export const CustomerIdSchema = Type.Unsafe<CustomerId>(uuid);
export const GuestIdSchema = Type.Unsafe<GuestId>(uuid);
export const PrincipalIdSchema = Type.Unsafe<PrincipalId>(uuid);
export const SessionIdSchema = Type.Unsafe<SessionId>(uuid);
export const SiteIdSchema = Type.Unsafe<SiteId>(uuid);
export const ConversationIdSchema = Type.Unsafe<ConversationId>(uuid);
export const MessageIdSchema = Type.Unsafe<MessageId>(uuid);
export const QueueIdSchema = Type.Unsafe<QueueId>(uuid);
export const RequestIdSchema = Type.Unsafe<RequestId>(uuid);
export const OfferIdSchema = Type.Unsafe<OfferId>(uuid);
export const OutcomeIdSchema = Type.Unsafe<OutcomeId>(uuid);
export const CannedAnswerIdSchema = Type.Unsafe<CannedAnswerId>(uuid);
export const FileIdSchema = Type.Unsafe<FileId>(uuid);
export const FolderIdSchema = Type.Unsafe<FolderId>(uuid);
export const InvitationIdSchema = Type.Unsafe<InvitationId>(uuid);
export const ReminderIdSchema = Type.Unsafe<ReminderId>(uuid);
export const StickerSetIdSchema = Type.Unsafe<StickerSetId>(uuid);
export const StickerIdSchema = Type.Unsafe<StickerId>(uuid);
export const TagIdSchema = Type.Unsafe<TagId>(uuid);
export const DepartmentIdSchema = Type.Unsafe<DepartmentId>(uuid);
export const ScimTokenIdSchema = Type.Unsafe<ScimTokenId>(uuid);
export const ApplicationIdSchema = Type.Unsafe<ApplicationId>(uuid);
export const WebhookEndpointIdSchema = Type.Unsafe<WebhookEndpointId>(uuid);
export const WebhookMessageIdSchema = Type.Unsafe<WebhookMessageId>(uuid);
export const ConferenceIdSchema = Type.Unsafe<ConferenceId>(uuid);
export const PasskeyIdSchema = Type.Unsafe<PasskeyId>(uuid);
export const LdapDirectoryIdSchema = Type.Unsafe<LdapDirectoryId>(uuid);
export const OidcProviderIdSchema = Type.Unsafe<OidcProviderId>(uuid);
export const ExportIdSchema = Type.Unsafe<ExportId>(uuid);
export const CallIdSchema = Type.Unsafe<CallId>(uuid);
export const RecordingIdSchema = Type.Unsafe<RecordingId>(uuid);
export const RecordedTrackIdSchema = Type.Unsafe<RecordedTrackId>(uuid);
export const ReelIdSchema = Type.Unsafe<ReelId>(uuid);
export const CompositionIdSchema = Type.Unsafe<CompositionId>(uuid);
export const RecordingLinkIdSchema = Type.Unsafe<RecordingLinkId>(uuid);
export const RoomIdSchema = Type.Unsafe<RoomId>(uuid);
export const JoinIdSchema = Type.Unsafe<JoinId>(uuid);
export const ClientIdSchema = Type.Unsafe<ClientId>(uuid);
export const DeviceIdSchema = Type.Unsafe<DeviceId>(uuid);
