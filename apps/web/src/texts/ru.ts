import { consentRu, ladderRu, sharedRu } from "@veche/ui";
import { applicationsRu } from "./ru/applications.ts";
import { webhooksRu } from "./ru/webhooks.ts";
import { adminRu } from "./ru/admin.ts";
import { callRu } from "./ru/call.ts";
import { mediaNodesRu } from "./ru/media-nodes.ts";
import { callRecordsRu } from "./ru/call-records.ts";
import { chatsRu } from "./ru/chats.ts";
import { conferencesRu } from "./ru/conferences.ts";
import { conversationRu } from "./ru/conversation.ts";
import { floorRu } from "./ru/floor.ts";
import { guestRu } from "./ru/guest.ts";
import { invitationsRu } from "./ru/invitations.ts";
import { lineCheckRu } from "./ru/line-check.ts";
import { myCallsRu } from "./ru/my-calls.ts";
import { messageRu } from "./ru/message.ts";
import { peopleAdminRu } from "./ru/people-admin.ts";
import { recordingRu } from "./ru/recording.ts";
import { recordingsRu } from "./ru/recordings.ts";
import { notifyRu } from "./ru/notify.ts";
import { peopleRu } from "./ru/people.ts";
import { deskRu } from "./ru/desk.ts";
import { historyRu } from "./ru/history.ts";
import { stickersRu } from "./ru/stickers.ts";
import { signInRu } from "./ru/sign-in.ts";
import { shellRu } from "./ru/shell.ts";

export { errorsRu } from "@veche/ui";

export const ru = {
  ...sharedRu,
  ...ladderRu,
  ...consentRu,
  ...shellRu,
  ...signInRu,
  ...deskRu,
  ...callRu,
  ...recordingRu,
  ...recordingsRu,
  ...callRecordsRu,
  ...mediaNodesRu,
  ...historyRu,
  ...adminRu,
  ...applicationsRu,
  ...webhooksRu,
  ...chatsRu,
  ...conferencesRu,
  ...floorRu,
  ...guestRu,
  ...conversationRu,
  ...invitationsRu,
  ...lineCheckRu,
  ...messageRu,
  ...myCallsRu,
  ...stickersRu,
  ...peopleRu,
  ...peopleAdminRu,
  ...notifyRu,
} as const;
