import type {
  Conversation,
  ConversationId,
  Member,
  PrincipalId,
  TimelineEvent,
} from "@veche/contracts";

interface Asked {
  readonly id: ConversationId;
  /** Who looks. */
  readonly me: PrincipalId;
  readonly memberIds: readonly PrincipalId[];
  readonly log: readonly TimelineEvent[];
  readonly at: string;
}

/** A group as its log makes it for one of its members. */
export function modelConversation({
  id,
  me,
  memberIds,
  log,
  at,
}: Asked): Conversation {
  const readTo = (principalId: PrincipalId): number =>
    log.reduce(
      (to, event) =>
        event.type === "receipt.moved" && event.actorId === principalId
          ? Math.max(to, event.readTo)
          : to,
      0,
    );
  const members = memberIds.map((principalId): Member => ({
    principalId,
    kind: "user",
    name: principalId,
    role: "member",
    deliveredTo: 0,
    readTo: readTo(principalId),
  }));
  const isUnread = (event: TimelineEvent): boolean =>
    event.type === "message.created" &&
    event.actorId !== me &&
    event.seq > readTo(me);
  return {
    id,
    kind: "group",
    title: null,
    members,
    headSeq: log.length,
    unreadCount: log.filter(isUnread).length,
    createdAt: at,
    about: null,
    pictureId: null,
    access: "invited",
    posting: "members",
    object: null,
    confidentiality: null,
    memberCount: members.length,
    mine: null,
    lastMessage: null,
    mentionCount: 0,
    activeAt: at,
  };
}
