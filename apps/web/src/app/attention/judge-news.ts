import {
  causeOf,
  type CallSound,
  decideNotification,
  type Conversation,
  messageSounds,
  type MessageSound,
  type NotificationCause,
  type NotificationSettings,
  type PrincipalId,
  type Surroundings,
  type TimelineEvent,
} from "@veche/contracts";

export interface NewsQuestion {
  readonly conversation: Conversation;
  readonly events: readonly TimelineEvent[];
  readonly me: PrincipalId;
  readonly around: Surroundings;
  readonly settings: NotificationSettings;
  readonly isDoNotDisturb: boolean;
  readonly isInCall: boolean;
  /** By the server's clock. */
  readonly nowMs: number;
}

/** What is told of the news of one conversation: one thing, the newest of them. */
export interface Telling {
  readonly cause: NotificationCause;
  /** The message or call to open. */
  readonly seq: number;
  readonly count: number;
  readonly sound: MessageSound | null;
}

/** What happened longer ago is no news on a screen: a line that was cut brings hours at once. */
const newsMs = 60_000;

/** What a call rings by is its own state, not its entry in the log. */
const isRing = ({ type }: TimelineEvent): boolean => type === "call.started";

/** A missed call is news as a message is: it does not ring any more. */
function heard(
  sound: CallSound | MessageSound | null,
  { settings }: NewsQuestion,
): MessageSound | null {
  if (sound === null) return null;
  return messageSounds.find((one) => one === sound) ?? settings.sounds.message;
}

/** By the rule the server pushes by. Undefined: nothing is told. */
export function judgeNews(question: NewsQuestion): Telling | undefined {
  const { conversation, events, nowMs } = question;
  const { mine } = conversation;
  if (mine === null) return undefined;
  let telling: Telling | undefined;
  for (const event of events) {
    if (isRing(event) || Date.parse(event.at) < nowMs - newsMs) continue;
    const cause = causeOf(event, question.me, question.around);
    if (cause === undefined) continue;
    // Read already, on this device or another.
    if (event.type === "message.created" && conversation.unreadCount === 0)
      continue;
    const verdict = decideNotification({
      ...question,
      cause,
      place: mine,
      now: new Date(nowMs),
    });
    if (verdict.kind === "silent") continue;
    telling = {
      cause,
      seq: event.type === "reaction.changed" ? event.messageSeq : event.seq,
      count: (telling?.count ?? 0) + 1,
      sound: heard(verdict.sound, question) ?? telling?.sound ?? null,
    };
  }
  return telling;
}
