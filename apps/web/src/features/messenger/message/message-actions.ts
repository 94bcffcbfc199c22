import type {
  Conversation,
  MessageCreated,
  PrincipalId,
} from "@veche/contracts";

/** What one may do to a message. */
const messageActions = [
  "reply",
  "edit",
  "copy",
  "copyLink",
  "forward",
  "pin",
  "unpin",
  "save",
  "remind",
  "select",
  "info",
  "delete",
] as const;
export type MessageAction = (typeof messageActions)[number];

const mayWrite = ({ mine, posting }: Conversation): boolean => {
  if (mine === null || mine.role === "read_only") return false;
  return posting === "members" || mine.role !== "member";
};

export const mayPost = mayWrite;

/** Owners and admins keep order in a conversation. */
export const mayModerate = ({ mine }: Conversation): boolean =>
  mine?.role === "owner" || mine?.role === "admin";

/** The actions of a message, in the order of its menu; the server decides again. */
export function actionsOf(
  message: MessageCreated,
  conversation: Conversation,
  me: PrincipalId,
): readonly MessageAction[] {
  if (message.deletedAt !== undefined) return ["info"];
  const isMine = message.actorId === me;
  const isOpenly = conversation.confidentiality === null;
  const isText = message.body !== "";
  const isForwarded = message.forwarded !== undefined;
  const may: Readonly<Record<MessageAction, boolean>> = {
    reply: mayWrite(conversation),
    edit: isMine && isText && !isForwarded && mayWrite(conversation),
    copy: isText && isOpenly,
    copyLink: true,
    forward: isOpenly,
    pin: message.pinnedAt === undefined && mayPin(conversation),
    unpin: message.pinnedAt !== undefined && mayPin(conversation),
    save: isOpenly,
    remind: true,
    select: true,
    info: true,
    delete: isMine || mayModerate(conversation),
  };
  return messageActions.filter((action) => may[action]);
}

/** In a conversation of two both pin; elsewhere whoever keeps order, and in a group all who write. */
const mayPin = (conversation: Conversation): boolean =>
  conversation.kind === "channel"
    ? mayModerate(conversation)
    : mayWrite(conversation);
