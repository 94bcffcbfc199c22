import type { ConversationId, SendCommand } from "@veche/contracts";
import type { Powers, RealtimeClient } from "@veche/realtime-client";
import type { Rest } from "../../platform/rest/rest-client.ts";
import type { Asks } from "./asks.ts";

export interface ServerAsksDeps {
  readonly realtime: Pick<RealtimeClient, "send" | "log">;
  readonly powers: Pick<Powers, "newId">;
  readonly rest: Rest;
  /** Reads a collection over REST: what is asked for page by page. */
  readonly read: <Answer>(path: string) => Promise<Answer>;
}

type Ask = <Answer>(name: string, params: object) => Promise<Answer>;

const itemsOf = async <Item>(
  answer: Promise<{ readonly items: readonly Item[] }>,
): Promise<readonly Item[]> => (await answer).items;

const conversationAsks = (send: SendCommand, newId: Powers["newId"]) =>
  ({
    openDirect: (userId) => send("conversation.open_direct", { userId }),
    create: ({ memberIds, ...wanted }) =>
      send("conversation.create", {
        clientId: newId(),
        ...wanted,
        memberIds: [...memberIds],
      }),
    update: async (conversationId, change) => {
      await send("conversation.update", { conversationId, ...change });
    },
    join: (conversationId) => send("conversation.join", { conversationId }),
    leave: async (conversationId) => {
      await send("conversation.leave", { conversationId });
    },
    remove: async (conversationId) => {
      await send("conversation.delete", { conversationId });
    },
    markUnread: async (conversationId, fromSeq) => {
      await send("receipt.mark_unread", { conversationId, fromSeq });
    },
    arrange: async (conversationId, { folderIds, ...arrangement }) => {
      const folders = folderIds && { folderIds: [...folderIds] };
      await send("conversation.arrange", {
        conversationId,
        ...arrangement,
        ...folders,
      });
    },
  }) satisfies Partial<Asks>;

const keepingAsks = (send: SendCommand) =>
  ({
    pin: async (wanted) => {
      await send("message.pin", wanted);
    },
    save: async (wanted) => {
      await send("message.save", wanted);
    },
  }) satisfies Partial<Asks>;

const memberAsks = (send: SendCommand) =>
  ({
    addMembers: async (conversationId, userIds) => {
      await send("member.add", { conversationId, userIds: [...userIds] });
    },
    removeMember: async (conversationId, principalId) => {
      await send("member.remove", { conversationId, principalId });
    },
    setRole: async (conversationId, principalId, role) => {
      await send("member.set_role", { conversationId, principalId, role });
    },
  }) satisfies Partial<Asks>;

const messageAsks = (ask: Ask, newId: Powers["newId"]) =>
  ({
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

const restAsks = (rest: Rest) =>
  ({
    people: async (text) => {
      const { items } = await rest("findPeople", { query: { text } });
      return items.filter(({ isDisabled }) => !isDisabled);
    },
    person: (userId) => rest("getPerson", { params: { userId } }),
    members: async (conversationId, text) => {
      const params = { conversationId };
      const found = await rest("listMembers", { params, query: { text } });
      return found.items;
    },
    openChannels: async (text) => {
      const found = await rest("listOpenConversations", { query: { text } });
      return found.items;
    },
    folders: async () => (await rest("listFolders", {})).items,
    pinned: async (conversationId) => {
      const params = { conversationId };
      return (await rest("listPinned", { params })).items;
    },
    saved: async () => (await rest("listSaved", {})).items,
    info: (params) => rest("getMessageInfo", { params }),
  }) satisfies Partial<Asks>;

const readings = (read: ServerAsksDeps["read"]) => {
  const list = <Item>(path: string) =>
    itemsOf(read<{ readonly items: readonly Item[] }>(path));
  const inside = (id: ConversationId) => `/api/v1/conversations/${id}`;
  return {
    reminders: () => list("/api/v1/reminders"),
    scheduled: (id) => list(`${inside(id)}/scheduled`),
    stickerSets: () => list("/api/v1/sticker-sets"),
  } satisfies Partial<Asks>;
};

export function createServerAsks({
  realtime,
  powers,
  rest,
  read,
}: ServerAsksDeps): Asks {
  // The commands stand in the contract one by one, as the server learns them; a name it lacks is refused by its code.
  const ask = realtime.send as unknown as Ask;
  return {
    ...conversationAsks(realtime.send, powers.newId),
    ...memberAsks(realtime.send),
    ...keepingAsks(realtime.send),
    ...messageAsks(ask, powers.newId),
    ...restAsks(rest),
    ...readings(read),
  };
}
