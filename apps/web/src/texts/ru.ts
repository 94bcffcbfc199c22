import { sharedRu } from "@veche/ui";
import { applicationsRu } from "./ru/applications.ts";
import { adminRu } from "./ru/admin.ts";
import { callRu } from "./ru/call.ts";
import { chatsRu } from "./ru/chats.ts";
import { conversationRu } from "./ru/conversation.ts";
import { invitationsRu } from "./ru/invitations.ts";
import { messageRu } from "./ru/message.ts";
import { peopleAdminRu } from "./ru/people-admin.ts";
import { notifyRu } from "./ru/notify.ts";
import { peopleRu } from "./ru/people.ts";
import { deskRu } from "./ru/desk.ts";
import { historyRu } from "./ru/history.ts";
import { stickersRu } from "./ru/stickers.ts";
import { shellRu } from "./ru/shell.ts";

export { errorsRu } from "@veche/ui";

export const ru = {
  ...sharedRu,
  ...shellRu,
  ...deskRu,
  ...callRu,
  ...historyRu,
  ...adminRu,
  ...applicationsRu,
  ...chatsRu,
  ...conversationRu,
  ...invitationsRu,
  ...messageRu,
  ...stickersRu,
  ...peopleRu,
  ...peopleAdminRu,
  ...notifyRu,
} as const;
