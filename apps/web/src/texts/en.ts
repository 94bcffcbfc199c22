import { consentEn, ladderEn, sharedEn } from "@veche/ui";
import { applicationsEn } from "./en/applications.ts";
import { webhooksEn } from "./en/webhooks.ts";
import { adminEn } from "./en/admin.ts";
import { boardEn } from "./en/board.ts";
import { callEn } from "./en/call.ts";
import { mediaNodesEn } from "./en/media-nodes.ts";
import { cannedAnswersEn } from "./en/canned-answers.ts";
import { callRecordsEn } from "./en/call-records.ts";
import { chatsEn } from "./en/chats.ts";
import { conferencesEn } from "./en/conferences.ts";
import { conversationEn } from "./en/conversation.ts";
import { floorEn } from "./en/floor.ts";
import { guestEn } from "./en/guest.ts";
import { invitationsEn } from "./en/invitations.ts";
import { lineCheckEn } from "./en/line-check.ts";
import { myCallsEn } from "./en/my-calls.ts";
import { messageEn } from "./en/message.ts";
import { peopleAdminEn } from "./en/people-admin.ts";
import { recordingEn } from "./en/recording.ts";
import { recordingsEn } from "./en/recordings.ts";
import { notifyEn } from "./en/notify.ts";
import { ratingEn } from "./en/rating.ts";
import { reportsEn } from "./en/reports.ts";
import { queuesEn } from "./en/queues.ts";
import { wrapUpEn } from "./en/wrap-up.ts";
import { peopleEn } from "./en/people.ts";
import { deskEn } from "./en/desk.ts";
import { historyEn } from "./en/history.ts";
import { stickersEn } from "./en/stickers.ts";
import { companySignInEn } from "./en/company-sign-in.ts";
import { directorySignInEn } from "./en/directory-sign-in.ts";
import { securityEn } from "./en/security.ts";
import { signInEn } from "./en/sign-in.ts";
import { shellEn } from "./en/shell.ts";

export { errorsEn } from "@veche/ui";

export const en = {
  ...sharedEn,
  ...ladderEn,
  ...consentEn,
  ...shellEn,
  ...companySignInEn,
  ...directorySignInEn,
  ...signInEn,
  ...securityEn,
  ...deskEn,
  ...callEn,
  ...recordingEn,
  ...recordingsEn,
  ...callRecordsEn,
  ...mediaNodesEn,
  ...historyEn,
  ...boardEn,
  ...adminEn,
  ...applicationsEn,
  ...webhooksEn,
  ...chatsEn,
  ...conferencesEn,
  ...floorEn,
  ...guestEn,
  ...conversationEn,
  ...invitationsEn,
  ...lineCheckEn,
  ...messageEn,
  ...myCallsEn,
  ...stickersEn,
  ...peopleEn,
  ...peopleAdminEn,
  ...notifyEn,
  ...reportsEn,
  ...queuesEn,
  ...wrapUpEn,
  ...cannedAnswersEn,
  ...ratingEn,
} as const;
