import { Type } from "typebox";
import {
  Confidentiality,
  Conversation,
  conversationAccess,
  Invitation,
  InvitationToken,
  MemberRoleSchema,
  ConversationSounds,
  notifyLevels,
  postingRights,
} from "../conversations.ts";
import {
  ClientIdSchema,
  ConversationIdSchema,
  FileIdSchema,
  FolderIdSchema,
  InvitationIdSchema,
  PrincipalIdSchema,
  UserIdSchema,
} from "../ids.ts";
import { MessageBody } from "../messages.ts";
import {
  closed,
  DisplayName,
  Instant,
  nullable,
  oneOf,
  Seq,
} from "../shapes.ts";
import { Nothing, type CommandContract } from "./command.ts";

const folderName = Type.String({ minLength: 1, maxLength: 60 });
const which = { conversationId: ConversationIdSchema };
/** Several lines of text; no other control characters. */
const about = nullable(
  Type.String({
    minLength: 1,
    maxLength: 500,
    pattern: "^[^\\u0000-\\u0008\\u000b-\\u001f]+$",
  }),
);

export const conversationCommands = {
  /** The one conversation of two users: found, or made on the first question. With oneself: one's own notes. */
  "conversation.open_direct": {
    params: closed({ userId: UserIdSchema }),
    result: Conversation,
  },
  /** A group or a channel; whoever makes it owns it. Idempotent by `clientId`. */
  "conversation.create": {
    params: closed({
      clientId: ClientIdSchema,
      kind: oneOf(["group", "channel"]),
      title: DisplayName,
      about: Type.Optional(about),
      access: oneOf(conversationAccess),
      posting: oneOf(postingRights),
      memberIds: Type.Array(UserIdSchema, { maxItems: 500, uniqueItems: true }),
    }),
    result: Conversation,
  },
  /** By its owners and admins. What isn't named stays. */
  "conversation.update": {
    params: closed({
      ...which,
      title: Type.Optional(DisplayName),
      about: Type.Optional(about),
      pictureId: Type.Optional(nullable(FileIdSchema)),
      access: Type.Optional(oneOf(conversationAccess)),
      posting: Type.Optional(oneOf(postingRights)),
      confidentiality: Type.Optional(nullable(Confidentiality)),
    }),
    result: Nothing,
  },
  /** An open channel or group. */
  "conversation.join": { params: closed(which), result: Conversation },
  /** The last owner hands the conversation to the oldest admin, else to the oldest member. */
  "conversation.leave": { params: closed(which), result: Nothing },
  /** By its owner: for everybody, with all that was said in it. */
  "conversation.delete": { params: closed(which), result: Nothing },
  /** A link to join by; by owners and admins. Idempotent by `clientId`. */
  "invitation.create": {
    params: closed({
      ...which,
      clientId: ClientIdSchema,
      /** Null: until it is revoked. */
      expiresAt: nullable(Instant),
    }),
    result: Invitation,
  },
  /** Nobody joins by it any more; who did stays. */
  "invitation.revoke": {
    params: closed({ ...which, invitationId: InvitationIdSchema }),
    result: Nothing,
  },
  /** Joins by a link; whoever is in it already finds themself there. */
  "invitation.accept": {
    params: closed({ token: InvitationToken }),
    result: Conversation,
  },
  "member.add": {
    params: closed({
      ...which,
      userIds: Type.Array(UserIdSchema, {
        minItems: 1,
        maxItems: 500,
        uniqueItems: true,
      }),
    }),
    result: Nothing,
  },
  "member.remove": {
    params: closed({ ...which, principalId: PrincipalIdSchema }),
    result: Nothing,
  },
  "member.set_role": {
    params: closed({
      ...which,
      principalId: PrincipalIdSchema,
      role: MemberRoleSchema,
    }),
    result: Nothing,
  },
  /** My own side: pin, archive, mute, folders. What isn't named stays. */
  "conversation.arrange": {
    params: closed({
      ...which,
      pinnedRank: Type.Optional(nullable(Type.Integer({ minimum: 0 }))),
      isArchived: Type.Optional(Type.Boolean()),
      notify: Type.Optional(oneOf(notifyLevels)),
      mutedUntil: Type.Optional(nullable(Instant)),
      /** Whole; `{}`: as my settings say. */
      sounds: Type.Optional(ConversationSounds),
      folderIds: Type.Optional(
        Type.Array(FolderIdSchema, { maxItems: 20, uniqueItems: true }),
      ),
    }),
    result: Nothing,
  },
  /** What I am writing, for my other devices; null or blank: nothing any more. */
  "draft.keep": {
    params: closed({ ...which, body: nullable(MessageBody) }),
    result: Nothing,
  },
  /** Moves my `readTo` back, so that what stands from `fromSeq` on is unread again. Further ahead it changes nothing. */
  "receipt.mark_unread": {
    params: closed({ ...which, fromSeq: Seq }),
    result: closed({ readTo: Seq }),
  },
  /** A folder of my list, at its end. Idempotent by `clientId`; there are at most 50. */
  "folder.create": {
    params: closed({ clientId: ClientIdSchema, name: folderName }),
    result: closed({ folderId: FolderIdSchema }),
  },
  "folder.rename": {
    params: closed({ folderId: FolderIdSchema, name: folderName }),
    result: Nothing,
  },
  /** Its conversations stay. */
  "folder.delete": {
    params: closed({ folderId: FolderIdSchema }),
    result: Nothing,
  },
  /** All my folders in their new order; those left out stand behind the named. */
  "folder.order": {
    params: closed({
      folderIds: Type.Array(FolderIdSchema, {
        maxItems: 50,
        uniqueItems: true,
      }),
    }),
    result: Nothing,
  },
} as const satisfies Record<string, CommandContract>;
