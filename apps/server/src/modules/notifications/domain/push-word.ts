import type {
  Confidentiality,
  ConversationId,
  ConversationKind,
  NotificationCause,
  TimelineEvent,
} from "@veche/contracts";
import { saidWords } from "./said-words.ts";
import type { Words } from "./words.ts";

/** What a push tells a device; `apps/web/src/offline/push-word.ts` reads it. */
export interface PushWord {
  readonly title: string;
  readonly body: string;
  /** A newer one of the same tag takes the place of the older. */
  readonly tag: string;
  /** The page it opens. */
  readonly path: string;
  readonly isSilent: boolean;
}

/** What is told, as it stands in the moment of sending. */
export interface Told {
  readonly conversation: {
    readonly conversationId: ConversationId;
    readonly kind: ConversationKind;
    readonly title: string | null;
    readonly confidentiality: Confidentiality | null;
  };
  readonly event: TimelineEvent;
  readonly actorName: string;
  readonly cause: NotificationCause;
  readonly count: number;
  readonly tag: string;
  readonly isAudible: boolean;
}

export interface Wording {
  readonly words: Words;
  readonly productName: string;
  /** The person, or the state of the device, wants nothing to be read over a shoulder. */
  readonly hidesWords: boolean;
}

/** Push services take 4096 bytes of everything. */
const longestWords = 160;

/** Confidential conversations give no words to a lock screen, whoever looks. */
export function wordPush(told: Told, wording: Wording): PushWord {
  const { conversation, event, tag, isAudible } = told;
  const { conversationId } = conversation;
  const path = `/chats/${conversationId}/${seqToOpen(event)}`;
  const frame = { tag, path, isSilent: !isAudible };
  const plain = plainWords(told, wording.words);
  if (wording.hidesWords)
    return { title: wording.productName, body: plain, ...frame };
  const title =
    (conversation.kind === "direct" ? null : conversation.title) ??
    told.actorName;
  const body =
    conversation.confidentiality === null ? fullWords(told, wording) : plain;
  return { title, body, ...frame };
}

/** Somebody calls now. */
export function wordRing(
  {
    conversation,
    tag,
    isAudible,
    ringer,
  }: Pick<Told, "conversation" | "tag" | "isAudible"> & {
    readonly ringer: string;
  },
  { words, productName, hidesWords }: Wording,
): PushWord {
  const frame = {
    tag,
    path: `/chats/${conversation.conversationId}`,
    isSilent: !isAudible,
  };
  if (hidesWords) return { title: productName, body: words.ring, ...frame };
  const { kind, title } = conversation;
  return kind === "direct" || title === null
    ? { title: ringer, body: words.ring, ...frame }
    : {
        title,
        body: `${ringer}: ${words.callsAll}`,
        ...frame,
      };
}

/** A reaction is seen under its message. */
const seqToOpen = (event: TimelineEvent): number =>
  event.type === "reaction.changed" ? event.messageSeq : event.seq;

function plainWords({ event, count }: Told, words: Words): string {
  switch (event.type) {
    case "call.started":
      return words.callGoes;
    case "call.ended":
      return words.missedCall;
    case "conference.soon":
      return words.conferenceSoon;
    default:
      return words.newMessages(count);
  }
}

function fullWords(told: Told, wording: Wording): string {
  const { event, cause, count, conversation, actorName } = told;
  const { words } = wording;
  // The title of a direct conversation is the name already.
  const isTitled =
    conversation.kind === "direct" || conversation.title === null;
  const by = (note: string | null): string =>
    [isTitled ? null : actorName, note === null ? null : `(${note})`]
      .filter((part) => part !== null)
      .join(" ");
  const line = (note: string | null, text: string): string => {
    const who = by(note);
    return who === "" ? text : `${who}: ${text}`;
  };
  switch (event.type) {
    case "message.created": {
      const text = line(
        noteOf(cause, words),
        saidWords(event, words, longestWords),
      );
      return count > 1 ? `${text}\n${words.newMessages(count)}` : text;
    }
    case "reaction.changed":
      return line(null, words.reaction(event.emoji));
    default:
      return line(null, plainWords(told, words));
  }
}

function noteOf(cause: NotificationCause, words: Words): string | null {
  switch (cause) {
    case "mention":
    case "mention_all":
      return words.mention;
    case "reply":
      return words.reply;
    case "reminder":
      return words.reminder;
    default:
      return null;
  }
}
