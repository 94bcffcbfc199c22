import type {
  ConversationId,
  MessageCreated,
  MessageId,
  PrincipalId,
} from "@veche/contracts";
import { marks } from "./marks.ts";
import { plainName, plainText } from "./plain-text.ts";

/** What the index is told of one message. */
export interface MessageWords {
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly messageId: MessageId;
  readonly authorId: PrincipalId;
  readonly at: string;
  readonly body: string;
  readonly names: string;
  /** Marks, and Latin words as they are typed: the stem of "configuration" is found by "configur" alone. */
  readonly lexemes: readonly string[];
}

/** Undefined for a message that says nothing any more. */
export function messageWords(
  conversationId: ConversationId,
  message: MessageCreated,
): MessageWords | undefined {
  const { seq, messageId, actorId, at, body, deletedAt } = message;
  if (deletedAt !== undefined || actorId === null) return undefined;
  return {
    conversationId,
    seq,
    messageId,
    authorId: actorId,
    at,
    body: plainText(body),
    names: (message.attachments ?? [])
      .map(({ name }) => plainName(name))
      .join(" "),
    lexemes: [
      ...new Set([
        marks.author(actorId),
        ...mentionMarks(message),
        ...fileMarks(message),
        ...(/https?:\/\//i.test(body) ? [marks.link] : []),
        ...latinWords(body),
      ]),
    ],
  };
}

const mentionMarks = ({ mentions = [] }: MessageCreated): readonly string[] =>
  mentions.flatMap((mention) => {
    switch (mention.kind) {
      case "principal":
        return [marks.mentionOf(mention.principalId)];
      case "all":
        return [marks.mentionOfAll];
      case "tag":
      case "conversation":
        return [];
    }
  });

const fileMarks = ({ attachments = [] }: MessageCreated): readonly string[] =>
  attachments.flatMap(({ kind, isVoice }) => [
    ...(isVoice ? [marks.voice] : [marks.file]),
    marks.fileKind(kind),
  ]);

const latinWords = (body: string): readonly string[] =>
  (body.match(/[a-z]{5,40}/gi) ?? []).map((word) => word.toLowerCase());
