import {
  causeOf,
  decideNotification,
  defaultNotificationSettings,
  type ConversationId,
  type Mine,
  type NotificationCause,
  type NotificationSettings,
  type PrincipalId,
  type Surroundings,
  type TimelineEvent,
} from "@veche/contracts";
import { isForDigest } from "./is-for-digest.ts";

/** A present member's own side of a conversation. */
interface Seat extends Pick<Mine, "notify" | "mutedUntil" | "sounds"> {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  readonly kind: Parameters<typeof isForDigest>[1];
  readonly readTo: number;
}

export interface Listener {
  /** Undefined: nothing was chosen yet. */
  readonly settings: NotificationSettings | undefined;
  readonly isDoNotDisturb: boolean;
  readonly isInCall: boolean;
}

interface Telling {
  readonly tag: string;
  readonly seq: number;
  readonly at: string;
  readonly cause: NotificationCause;
  readonly count: number;
  readonly isAudible: boolean;
}

export interface PersonPlan {
  /** What their devices are told: one thing a subject, the newest of it. */
  readonly tellings: readonly Telling[];
  /** What an e-mail tells if it stays unread: position and delay. */
  readonly digest: readonly { readonly seq: number; readonly at: string }[];
}

export interface Question {
  readonly seat: Seat;
  readonly listener: Listener;
  readonly events: readonly TimelineEvent[];
  readonly around: Surroundings;
  readonly now: Date;
}

/** A call is a subject of its own: a missed one takes the place of its ring. */
const tagOf = (event: TimelineEvent, conversationId: ConversationId): string =>
  event.type === "call.started" || event.type === "call.ended"
    ? `call/${event.callId}`
    : conversationId;

/** What one person is told of the newest events of one conversation. */
export function planTelling({
  seat,
  listener,
  events,
  around,
  now,
}: Question): PersonPlan {
  const { isDoNotDisturb, isInCall } = listener;
  const settings = listener.settings ?? defaultNotificationSettings;
  const tellings = new Map<string, Telling>();
  const digest: { seq: number; at: string }[] = [];
  for (const event of events) {
    const cause = causeOf(event, seat.principalId, around);
    if (cause === undefined || event.seq <= seat.readTo) continue;
    const verdict = decideNotification({
      cause,
      place: seat,
      settings,
      isDoNotDisturb,
      isInCall,
      now,
    });
    const isHeard =
      verdict.kind === "told" ||
      verdict.reason === "quiet_hours" ||
      verdict.reason === "do_not_disturb";
    if (isHeard && isForDigest(cause, seat.kind))
      digest.push({ seq: event.seq, at: event.at });
    if (verdict.kind === "silent") continue;
    const tag = tagOf(event, seat.conversationId);
    const before = tellings.get(tag);
    tellings.set(tag, {
      tag,
      seq: event.seq,
      at: event.at,
      cause,
      count: (before?.count ?? 0) + 1,
      isAudible: verdict.sound !== null || (before?.isAudible ?? false),
    });
  }
  return { tellings: [...tellings.values()], digest };
}
