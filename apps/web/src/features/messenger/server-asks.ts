import type { SendCommand } from "@veche/contracts";
import type { Powers, RealtimeClient } from "@veche/realtime-client";
import { RestFailure } from "../../platform/rest/rest-failure.ts";
import type { Rest } from "../../platform/rest/rest-client.ts";
import type { Asks } from "./asks.ts";
import { createStickerAsks } from "./stickers/sticker-asks.ts";

export interface ServerAsksDeps {
  readonly realtime: Pick<RealtimeClient, "send">;
  readonly powers: Pick<Powers, "newId">;
  readonly rest: Rest;
}

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

const invitationAsks = (send: SendCommand, newId: Powers["newId"]) =>
  ({
    invite: (conversationId, expiresAt) =>
      send("invitation.create", {
        conversationId,
        clientId: newId(),
        expiresAt,
      }),
    revokeInvitation: async (conversationId, invitationId) => {
      await send("invitation.revoke", { conversationId, invitationId });
    },
  }) satisfies Partial<Asks>;

const folderAsks = (send: SendCommand, newId: Powers["newId"]) =>
  ({
    createFolder: async (name) => {
      const made = await send("folder.create", { clientId: newId(), name });
      return made.folderId;
    },
    renameFolder: async (folderId, name) => {
      await send("folder.rename", { folderId, name });
    },
    deleteFolder: async (folderId) => {
      await send("folder.delete", { folderId });
    },
    orderFolders: async (folderIds) => {
      await send("folder.order", { folderIds: [...folderIds] });
    },
  }) satisfies Partial<Asks>;

const laterAsks = (send: SendCommand, newId: Powers["newId"]) =>
  ({
    remind: async (place, at) => {
      await send("reminder.set", { ...place, clientId: newId(), at });
    },
    cancelReminder: async (reminderId) => {
      await send("reminder.cancel", { reminderId });
    },
    schedule: async ({ mentions, attachments, ...message }) => {
      const named = mentions.length === 0 ? {} : { mentions: [...mentions] };
      const carrying =
        attachments.length === 0 ? {} : { attachments: [...attachments] };
      await send("message.schedule", {
        clientId: newId(),
        ...message,
        ...named,
        ...carrying,
      });
    },
    reschedule: async (scheduledId, change) => {
      await send("message.reschedule", { scheduledId, ...change });
    },
    unschedule: async (scheduledId) => {
      await send("message.unschedule", { scheduledId });
    },
  }) satisfies Partial<Asks>;

const restAsks = (rest: Rest) =>
  ({
    people: async (text) => {
      const { items } = await rest("findPeople", { query: { text } });
      return items.filter(({ isDisabled }) => !isDisabled);
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
    reminders: async () => (await rest("listReminders", {})).items,
    scheduled: async (conversationId) => {
      const params = { conversationId };
      return (await rest("listScheduled", { params })).items;
    },
    invitations: async (conversationId) => {
      const params = { conversationId };
      return (await rest("listInvitations", { params })).items;
    },
    tags: async () => (await rest("listTags", {})).items,
    cutSquare: (fileId, body) => rest("cropFile", { params: { fileId }, body }),
    stickers: createStickerAsks(rest),
    card: (conversationId) =>
      rest("getCardOfConversation", { params: { conversationId } }).catch(
        (failure: unknown) => {
          if (
            failure instanceof RestFailure &&
            failure.code === "object.not_found"
          )
            return null;
          throw failure;
        },
      ),
    info: (params) => rest("getMessageInfo", { params }),
  }) satisfies Partial<Asks>;

const countingAsks = (rest: Rest) =>
  ({
    members: async (conversationId, text) => {
      const params = { conversationId };
      const found = await rest("listMembers", { params, query: { text } });
      return found.items;
    },
    memberCount: async (conversationId) => {
      const asked = {
        params: { conversationId },
        query: { text: "", limit: 1 },
      };
      return (await rest("listMembers", asked)).memberCount;
    },
  }) satisfies Partial<Asks>;

export function createServerAsks({
  realtime: { send },
  powers: { newId },
  rest,
}: ServerAsksDeps): Asks {
  return {
    ...conversationAsks(send, newId),
    ...memberAsks(send),
    ...invitationAsks(send, newId),
    ...folderAsks(send, newId),
    ...keepingAsks(send),
    ...laterAsks(send, newId),
    ...restAsks(rest),
    ...countingAsks(rest),
  };
}
