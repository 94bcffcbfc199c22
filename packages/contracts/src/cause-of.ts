import type { TimelineEvent } from "./timeline.ts";
import type { PrincipalId, TagId } from "./ids.ts";
import type { NotificationCause } from "./notification-causes.ts";

/** What must be known around an event to say whom it concerns and how. */
export interface Surroundings {
  /** Who wrote the message an event is about; undefined where it is unknown. */
  readonly authorAt: (messageSeq: number) => PrincipalId | undefined;
  readonly carries: (principalId: PrincipalId, tagId: TagId) => boolean;
}

/** Why this event concerns this person: the strongest cause. Undefined: it does not, or it is their own doing. */
export function causeOf(
  event: TimelineEvent,
  principalId: PrincipalId,
  around: Surroundings,
): NotificationCause | undefined {
  if (event.actorId === principalId) return undefined;
  switch (event.type) {
    case "message.created":
      return event.deletedAt === undefined
        ? messageCause(event, principalId, around)
        : undefined;
    case "reaction.changed": {
      const isMine = around.authorAt(event.messageSeq) === principalId;
      return isMine && event.isSet ? "reaction" : undefined;
    }
    case "call.started":
      // Whoever is rung is told by the ring.
      return event.isTold === true ? "call" : undefined;
    case "call.ended":
      return isMissed(event.reason) && event.callerId !== principalId
        ? "call"
        : undefined;
    case "conference.soon":
      return "reminder";
    default:
      return undefined;
  }
}

type Said = Extract<TimelineEvent, { type: "message.created" }>;

function messageCause(
  { mentions = [], replyTo }: Said,
  principalId: PrincipalId,
  { carries }: Surroundings,
): NotificationCause {
  const isNamed = mentions.some(
    (one) =>
      (one.kind === "principal" && one.principalId === principalId) ||
      (one.kind === "tag" && carries(principalId, one.tagId)),
  );
  if (isNamed) return "mention";
  if (replyTo?.authorId === principalId) return "reply";
  return mentions.some((one) => one.kind === "all") ? "mention_all" : "message";
}

const isMissed = (
  reason: Extract<TimelineEvent, { type: "call.ended" }>["reason"],
): boolean =>
  reason === "cancelled" || reason === "unanswered" || reason === "busy";
