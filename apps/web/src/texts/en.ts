import { sharedEn } from "@veche/ui";
import { applicationsEn } from "./en/applications.ts";
import { adminEn } from "./en/admin.ts";
import { callEn } from "./en/call.ts";
import { chatsEn } from "./en/chats.ts";
import { conversationEn } from "./en/conversation.ts";
import { invitationsEn } from "./en/invitations.ts";
import { messageEn } from "./en/message.ts";
import { peopleAdminEn } from "./en/people-admin.ts";
import { notifyEn } from "./en/notify.ts";
import { peopleEn } from "./en/people.ts";
import { deskEn } from "./en/desk.ts";
import { historyEn } from "./en/history.ts";
import { stickersEn } from "./en/stickers.ts";
import { shellEn } from "./en/shell.ts";

export { errorsEn } from "@veche/ui";

export const en = {
  ...sharedEn,
  ...shellEn,
  ...deskEn,
  ...callEn,
  ...historyEn,
  ...adminEn,
  ...applicationsEn,
  ...chatsEn,
  ...conversationEn,
  ...invitationsEn,
  ...messageEn,
  ...stickersEn,
  ...peopleEn,
  ...peopleAdminEn,
  ...notifyEn,
} as const;
