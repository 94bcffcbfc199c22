import type {
  Conversation,
  LastMessage,
  MessageCreated,
  PrincipalId,
  TimelineEvent,
  TimelineEventOf,
} from "@veche/contracts";
import type { ConversationFold } from "./conversation-list.ts";
import { excerptOf } from "./excerpt.ts";

function hintOf(message: MessageCreated): LastMessage["hint"] {
  if (message.deletedAt !== undefined) return "deleted";
  if (message.sticker !== undefined) return "sticker";
  const [file] = message.attachments ?? [];
  if (file === undefined) return null;
  if (file.isVoice) return "voice";
  return file.kind === "document" ? "file" : file.kind;
}

function lastOf(
  conversation: Conversation,
  message: MessageCreated,
): LastMessage {
  const { seq, at, actorId: authorId } = message;
  const author = conversation.members.find(
    ({ principalId }) => principalId === authorId,
  );
  return {
    seq,
    at,
    authorId,
    authorName: author?.name ?? null,
    // Confidential conversations give no words to the list.
    excerpt:
      conversation.confidentiality === null ? excerptOf(message.body) : "",
    hint: hintOf(message),
  };
}

function amendedLast(
  conversation: Conversation,
  messageSeq: number,
  change: Partial<LastMessage>,
): Conversation {
  const { lastMessage } = conversation;
  return lastMessage?.seq === messageSeq
    ? { ...conversation, lastMessage: { ...lastMessage, ...change } }
    : conversation;
}

function withRole(
  conversation: Conversation,
  {
    principalId,
    role,
  }: Extract<TimelineEvent, { type: "member.role_changed" }>,
  me: PrincipalId | undefined,
): Conversation {
  const { mine } = conversation;
  return principalId === me && mine !== null
    ? { ...conversation, mine: { ...mine, role } }
    : conversation;
}

function withSettings(
  conversation: Conversation,
  {
    about,
    pictureId,
    access,
    posting,
    confidentiality,
  }: TimelineEventOf<"conversation.settings_changed">,
): Conversation {
  const { lastMessage } = conversation;
  return {
    ...conversation,
    ...(about === undefined ? {} : { about }),
    ...(pictureId === undefined ? {} : { pictureId }),
    ...(access === undefined ? {} : { access }),
    ...(posting === undefined ? {} : { posting }),
    ...(confidentiality === undefined ? {} : { confidentiality }),
    // Of what is confidential the list shows no word, those from before included.
    ...((confidentiality ?? null) === null || lastMessage === null
      ? {}
      : { lastMessage: { ...lastMessage, excerpt: "" } }),
  };
}

/** A conversation as an event leaves it: all but its members, its head and what is unread. */
export const toldOf: ConversationFold = (conversation, event, me) => {
  switch (event.type) {
    case "message.created":
      return {
        ...conversation,
        lastMessage: lastOf(conversation, event),
        activeAt: event.at,
      };
    case "message.edited": {
      const isSecret = conversation.confidentiality !== null;
      const excerpt = isSecret ? "" : excerptOf(event.body);
      return amendedLast(conversation, event.messageSeq, { excerpt });
    }
    case "message.deleted":
      return amendedLast(conversation, event.messageSeq, {
        excerpt: "",
        hint: "deleted",
      });
    case "member.joined":
      return { ...conversation, memberCount: conversation.memberCount + 1 };
    case "member.left":
      return { ...conversation, memberCount: conversation.memberCount - 1 };
    case "member.role_changed":
      return withRole(conversation, event, me);
    case "conversation.renamed":
      return { ...conversation, title: event.title };
    case "conversation.settings_changed":
      return withSettings(conversation, event);
    default:
      return conversation;
  }
};
