import type {
  Conversation,
  ConversationId,
  MessageCreated,
} from "@veche/contracts";
import type { Powers, RealtimeClient } from "@veche/realtime-client";
import type { Asks } from "./asks.ts";

export interface ServerAsksDeps {
  readonly realtime: Pick<RealtimeClient, "send" | "log">;
  readonly powers: Pick<Powers, "newId">;
  /** Reads a collection over REST: what is asked for page by page. */
  readonly read: <Answer>(path: string) => Promise<Answer>;
}

type Ask = <Answer>(name: string, params: object) => Promise<Answer>;

const itemsOf = async <Item>(
  answer: Promise<{ readonly items: readonly Item[] }>,
): Promise<readonly Item[]> => (await answer).items;

const queryOf = (text: string): string =>
  text === "" ? "" : `?text=${encodeURIComponent(text)}`;

const conversationAsks = (ask: Ask, newId: Powers["newId"]) =>
  ({
    openDirect: (userId) =>
      ask<Conversation>("conversation.open_direct", { userId }),
    create: (wanted) =>
      ask<Conversation>("conversation.create", {
        clientId: newId(),
        ...wanted,
      }),
    update: (conversationId, change) =>
      ask<undefined>("conversation.update", { conversationId, ...change }),
    join: (conversationId) =>
      ask<Conversation>("conversation.join", { conversationId }),
    leave: (conversationId) =>
      ask<undefined>("conversation.leave", { conversationId }),
    remove: (conversationId) =>
      ask<undefined>("conversation.delete", { conversationId }),
    addMembers: (conversationId, userIds) =>
      ask<undefined>("member.add", { conversationId, userIds }),
    removeMember: (conversationId, principalId) =>
      ask<undefined>("member.remove", { conversationId, principalId }),
    setRole: (conversationId, principalId, role) =>
      ask<undefined>("member.set_role", { conversationId, principalId, role }),
    arrange: (conversationId, arrangement) =>
      ask<undefined>("conversation.arrange", {
        conversationId,
        ...arrangement,
      }),
    markUnread: (conversationId, fromSeq) =>
      ask<undefined>("receipt.mark_unread", { conversationId, fromSeq }),
  }) satisfies Partial<Asks>;

const messageAsks = (ask: Ask, newId: Powers["newId"]) =>
  ({
    pin: (wanted) => ask<undefined>("message.pin", wanted),
    save: (wanted) => ask<undefined>("message.save", wanted),
    remind: (place, at) =>
      ask<undefined>("reminder.set", { ...place, clientId: newId(), at }),
    cancelReminder: (reminderId) =>
      ask<undefined>("reminder.cancel", { reminderId }),
    schedule: (message) =>
      ask<undefined>("message.schedule", { clientId: newId(), ...message }),
    reschedule: (scheduledId, change) =>
      ask<undefined>("message.reschedule", { scheduledId, ...change }),
    unschedule: (scheduledId) =>
      ask<undefined>("message.unschedule", { scheduledId }),
  }) satisfies Partial<Asks>;

const readings = (read: ServerAsksDeps["read"]) => {
  const list = <Item>(path: string) =>
    itemsOf(read<{ readonly items: readonly Item[] }>(path));
  const inside = (id: ConversationId) => `/api/v1/conversations/${id}`;
  return {
    people: (text) => list(`/api/v1/people${queryOf(text)}`),
    members: (id, text) => list(`${inside(id)}/members${queryOf(text)}`),
    openChannels: (text) => list(`/api/v1/conversations/open${queryOf(text)}`),
    folders: () => list("/api/v1/folders"),
    pinned: (id) => list<MessageCreated>(`${inside(id)}/pinned`),
    saved: () => list("/api/v1/saved"),
    reminders: () => list("/api/v1/reminders"),
    info: ({ conversationId, messageId }) =>
      read(`${inside(conversationId)}/messages/${messageId}/info`),
    scheduled: (id) => list(`${inside(id)}/scheduled`),
    stickerSets: () => list("/api/v1/sticker-sets"),
  } satisfies Partial<Asks>;
};

export function createServerAsks({
  realtime,
  powers,
  read,
}: ServerAsksDeps): Asks {
  // The commands stand in the contract one by one, as the server learns them; a name it lacks is refused by its code.
  const ask = realtime.send as unknown as Ask;
  return {
    ...conversationAsks(ask, powers.newId),
    ...messageAsks(ask, powers.newId),
    ...readings(read),
  };
}
