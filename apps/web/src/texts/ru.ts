import { consentRu, ladderRu, sharedRu } from "@veche/ui";
import { applicationsRu } from "./ru/applications.ts";
import { webhooksRu } from "./ru/webhooks.ts";
import { adminRu } from "./ru/admin.ts";
import { boardRu } from "./ru/board.ts";
import { callRu } from "./ru/call.ts";
import { mediaNodesRu } from "./ru/media-nodes.ts";
import { cannedAnswersRu } from "./ru/canned-answers.ts";
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
import { ratingRu } from "./ru/rating.ts";
import { reportsRu } from "./ru/reports.ts";
import { queuesRu } from "./ru/queues.ts";
import { wrapUpRu } from "./ru/wrap-up.ts";
import { peopleRu } from "./ru/people.ts";
import { deskRu } from "./ru/desk.ts";
import { historyRu } from "./ru/history.ts";
import { stickersRu } from "./ru/stickers.ts";
import { companySignInRu } from "./ru/company-sign-in.ts";
import { directorySignInRu } from "./ru/directory-sign-in.ts";
import { securityRu } from "./ru/security.ts";
import { signInRu } from "./ru/sign-in.ts";
import { shellRu } from "./ru/shell.ts";

export { errorsRu } from "@veche/ui";

export const ru = {
  ...sharedRu,
  ...ladderRu,
  ...consentRu,
  ...shellRu,
  ...companySignInRu,
  ...directorySignInRu,
  ...signInRu,
  ...securityRu,
  ...deskRu,
  ...callRu,
  ...recordingRu,
  ...recordingsRu,
  ...callRecordsRu,
  ...mediaNodesRu,
  ...historyRu,
  ...boardRu,
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
  ...reportsRu,
  ...queuesRu,
  ...wrapUpRu,
  ...cannedAnswersRu,
  ...ratingRu,
} as const;
