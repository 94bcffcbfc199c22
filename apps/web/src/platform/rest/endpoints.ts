import type {
  applicationEndpoints,
  authEndpoints,
  biEndpoints,
  callRecordEndpoints,
  callEndpoints,
  cannedAnswerEndpoints,
  queueEndpoints,
  reportEndpoints,
  companySignInEndpoints,
  ldapSignInEndpoints,
  conferenceEndpoints,
  guestEndpoints,
  contactCentreEndpoints,
  departmentEndpoints,
  conversationEndpoints,
  messageEndpoints,
  notificationEndpoints,
  operationsEndpoints,
  fileEndpoints,
  libraryEndpoints,
  liveBoardEndpoints,
  mediaNodeEndpoints,
  peopleEndpoints,
  peopleImportEndpoints,
  privacyEndpoints,
  ratingEndpoints,
  recordingEndpoints,
  recordingLinkEndpoints,
  scimTokenEndpoints,
  signInEndpoints,
  staffNetworkEndpoints,
  tagEndpoints,
  searchEndpoints,
  securityCheckEndpoints,
  stickerEndpoints,
  userEndpoints,
  webhookEndpoints,
  workspaceEndpoints,
  wrapUpEndpoints,
} from "@veche/contracts";

/** The contract's endpoints the staff app may call; types only, so that no schema reaches the browser. */
export type Endpoints = Omit<typeof applicationEndpoints, "getObjectCard"> &
  typeof authEndpoints &
  typeof biEndpoints &
  typeof staffNetworkEndpoints &
  typeof callRecordEndpoints &
  typeof mediaNodeEndpoints &
  typeof callEndpoints &
  typeof conferenceEndpoints &
  typeof guestEndpoints &
  typeof contactCentreEndpoints &
  typeof conversationEndpoints &
  typeof searchEndpoints &
  typeof securityCheckEndpoints &
  Pick<typeof fileEndpoints, "getFile" | "cropFile"> &
  typeof stickerEndpoints &
  Pick<
    typeof messageEndpoints,
    | "listPinned"
    | "getMessageInfo"
    | "listSaved"
    | "listReminders"
    | "listScheduled"
  > &
  typeof notificationEndpoints &
  typeof peopleEndpoints &
  typeof peopleImportEndpoints &
  typeof departmentEndpoints &
  Omit<typeof tagEndpoints, "setTagPeople"> &
  typeof scimTokenEndpoints &
  typeof privacyEndpoints &
  typeof libraryEndpoints &
  typeof liveBoardEndpoints &
  typeof recordingLinkEndpoints &
  typeof ratingEndpoints &
  typeof recordingEndpoints &
  typeof companySignInEndpoints &
  typeof ldapSignInEndpoints &
  typeof signInEndpoints &
  typeof userEndpoints &
  Omit<typeof webhookEndpoints, "listWebhookEvents"> &
  typeof wrapUpEndpoints &
  typeof queueEndpoints &
  typeof reportEndpoints &
  typeof cannedAnswerEndpoints &
  typeof workspaceEndpoints &
  Pick<typeof operationsEndpoints, "listAudit">;

export type EndpointName = keyof Endpoints;

type Addresses = {
  readonly [Name in EndpointName]: readonly [
    method: Endpoints[Name]["method"],
    path: Endpoints[Name]["path"],
  ];
};

/** Where each endpoint lives. The compiler holds every line against the contract's own literals. */
export const addresses: Addresses = {
  signIn: ["POST", "/api/v1/auth/sign-in"],
  signOut: ["POST", "/api/v1/auth/sign-out"],
  getMe: ["GET", "/api/v1/auth/me"],
  updateMe: ["PATCH", "/api/v1/auth/me"],
  changePassword: ["POST", "/api/v1/auth/password"],
  listSessions: ["GET", "/api/v1/auth/sessions"],
  endSession: ["DELETE", "/api/v1/auth/sessions/:sessionId"],
  getStaffNetworks: ["GET", "/api/v1/sign-in/networks"],
  updateStaffNetworks: ["PUT", "/api/v1/sign-in/networks"],
  getSignInWays: ["GET", "/api/v1/auth/ways"],
  beginCompanySignIn: ["POST", "/api/v1/auth/company/:providerId/start"],
  finishCompanySignIn: ["POST", "/api/v1/auth/company/return"],
  listOidcProviders: ["GET", "/api/v1/sign-in/providers"],
  createOidcProvider: ["POST", "/api/v1/sign-in/providers"],
  updateOidcProvider: ["PUT", "/api/v1/sign-in/providers/:providerId"],
  deleteOidcProvider: ["DELETE", "/api/v1/sign-in/providers/:providerId"],
  testOidcProvider: ["POST", "/api/v1/sign-in/providers/:providerId/test"],
  listLdapDirectories: ["GET", "/api/v1/sign-in/directories"],
  createLdapDirectory: ["POST", "/api/v1/sign-in/directories"],
  updateLdapDirectory: ["PUT", "/api/v1/sign-in/directories/:directoryId"],
  deleteLdapDirectory: ["DELETE", "/api/v1/sign-in/directories/:directoryId"],
  testLdapDirectory: ["POST", "/api/v1/sign-in/directories/:directoryId/test"],
  signInWithCode: ["POST", "/api/v1/auth/second-step/code"],
  beginRequiredEnrolment: ["POST", "/api/v1/auth/second-step/enrolment"],
  finishRequiredEnrolment: [
    "POST",
    "/api/v1/auth/second-step/enrolment/confirmation",
  ],
  askForPasskey: ["POST", "/api/v1/auth/passkeys/question"],
  signInWithPasskey: ["POST", "/api/v1/auth/passkeys/sign-in"],
  getSecondFactors: ["GET", "/api/v1/auth/factors"],
  beginTotp: ["POST", "/api/v1/auth/factors/totp"],
  confirmTotp: ["POST", "/api/v1/auth/factors/totp/confirmation"],
  removeTotp: ["POST", "/api/v1/auth/factors/totp/removal"],
  makeRecoveryCodes: ["POST", "/api/v1/auth/factors/recovery-codes"],
  askForNewPasskey: ["POST", "/api/v1/auth/factors/passkeys/question"],
  addPasskey: ["POST", "/api/v1/auth/factors/passkeys"],
  removePasskey: ["POST", "/api/v1/auth/factors/passkeys/:passkeyId/removal"],
  resetSecondFactors: ["DELETE", "/api/v1/users/:userId/factors"],
  getSignInPolicy: ["GET", "/api/v1/sign-in/policy"],
  updateSignInPolicy: ["PUT", "/api/v1/sign-in/policy"],
  createRealtimeTicket: ["POST", "/api/v1/realtime/tickets"],
  listHistory: ["GET", "/api/v1/contact-centre/history"],
  getHistoryEntry: ["GET", "/api/v1/contact-centre/history/:requestId"],
  listOperators: ["GET", "/api/v1/contact-centre/operators"],
  getLiveBoard: ["GET", "/api/v1/contact-centre/live-board"],
  openRatingLink: ["GET", "/api/v1/rating-links/:token"],
  rateByLink: ["PUT", "/api/v1/rating-links/:token"],
  getRatingLink: [
    "GET",
    "/api/v1/contact-centre/history/:requestId/rating-link",
  ],
  getRatingSummary: ["GET", "/api/v1/contact-centre/ratings/summary"],
  getBiTables: ["GET", "/api/v1/bi/tables"],
  getReport: ["GET", "/api/v1/contact-centre/report"],
  listQueues: ["GET", "/api/v1/contact-centre/queues"],
  createQueue: ["POST", "/api/v1/contact-centre/queues"],
  archiveQueue: ["DELETE", "/api/v1/contact-centre/queues/:queueId"],
  updateQueue: ["PUT", "/api/v1/contact-centre/queues/:queueId"],
  getWrapUpRules: ["GET", "/api/v1/contact-centre/wrap-up-rules"],
  updateWrapUpRules: ["PUT", "/api/v1/contact-centre/wrap-up-rules"],
  listCannedAnswers: ["GET", "/api/v1/contact-centre/canned-answers"],
  createCannedAnswer: ["POST", "/api/v1/contact-centre/canned-answers"],
  updateCannedAnswer: [
    "PUT",
    "/api/v1/contact-centre/canned-answers/:answerId",
  ],
  deleteCannedAnswer: [
    "DELETE",
    "/api/v1/contact-centre/canned-answers/:answerId",
  ],
  listTransferTargets: ["GET", "/api/v1/contact-centre/transfer-targets"],
  getCustomer: ["GET", "/api/v1/customers/:customerId"],
  listCallRecords: ["GET", "/api/v1/call-records"],
  getFlightRecord: ["GET", "/api/v1/call-records/:callId"],
  checkSecurity: ["GET", "/api/v1/security-check"],
  listMediaNodes: ["GET", "/api/v1/media-nodes"],
  updateMediaNode: ["PUT", "/api/v1/media-nodes/:name"],
  listCalls: ["GET", "/api/v1/calls"],
  seeCalls: ["POST", "/api/v1/calls/seen"],
  getCallQuality: ["GET", "/api/v1/calls/:callId/quality"],
  listConversations: ["GET", "/api/v1/conversations"],
  createGroup: ["POST", "/api/v1/conversations"],
  getConversation: ["GET", "/api/v1/conversations/:conversationId"],
  getTimeline: ["GET", "/api/v1/conversations/:conversationId/timeline"],
  listMembers: ["GET", "/api/v1/conversations/:conversationId/members"],
  listOpenConversations: ["GET", "/api/v1/conversations/open"],
  listInvitations: ["GET", "/api/v1/conversations/:conversationId/invitations"],
  getInvitation: ["GET", "/api/v1/invitations/:token"],
  listFolders: ["GET", "/api/v1/folders"],
  listOccurrences: ["GET", "/api/v1/conferences/occurrences"],
  listConferenceRooms: ["GET", "/api/v1/conferences/rooms"],
  createConference: ["POST", "/api/v1/conferences"],
  getConferenceReminders: ["GET", "/api/v1/conferences/reminders"],
  updateConferenceReminders: ["PUT", "/api/v1/conferences/reminders"],
  getCalendarFeed: ["GET", "/api/v1/conferences/feed"],
  makeCalendarFeed: ["PUT", "/api/v1/conferences/feed"],
  endCalendarFeed: ["DELETE", "/api/v1/conferences/feed"],
  getConference: ["GET", "/api/v1/conferences/:conferenceId"],
  updateConference: ["PUT", "/api/v1/conferences/:conferenceId"],
  cancelConference: ["DELETE", "/api/v1/conferences/:conferenceId"],
  changeOccurrence: [
    "PUT",
    "/api/v1/conferences/:conferenceId/occurrences/:originalAt",
  ],
  lookAtGuestDoor: ["GET", "/api/v1/guest-links/:token"],
  enterAsGuest: ["POST", "/api/v1/guest-links/:token/stays"],
  leaveAsGuest: ["DELETE", "/api/v1/guest-stay"],
  makeGuestLink: ["PUT", "/api/v1/conferences/:conferenceId/guest-link"],
  revokeGuestLink: ["DELETE", "/api/v1/conferences/:conferenceId/guest-link"],
  answerConference: ["PUT", "/api/v1/conferences/:conferenceId/answer"],
  listPinned: ["GET", "/api/v1/conversations/:conversationId/pinned"],
  getMessageInfo: [
    "GET",
    "/api/v1/conversations/:conversationId/messages/:messageId/info",
  ],
  listSaved: ["GET", "/api/v1/saved"],
  listReminders: ["GET", "/api/v1/reminders"],
  listScheduled: ["GET", "/api/v1/conversations/:conversationId/scheduled"],
  listStickerSets: ["GET", "/api/v1/sticker-sets"],
  listSharedStickerSets: ["GET", "/api/v1/sticker-sets/shared"],
  createStickerSet: ["POST", "/api/v1/sticker-sets"],
  updateStickerSet: ["PATCH", "/api/v1/sticker-sets/:setId"],
  deleteStickerSet: ["DELETE", "/api/v1/sticker-sets/:setId"],
  addSticker: ["POST", "/api/v1/sticker-sets/:setId/stickers"],
  removeSticker: ["DELETE", "/api/v1/sticker-sets/:setId/stickers/:stickerId"],
  arrangeStickerSets: ["PUT", "/api/v1/sticker-sets"],
  search: ["GET", "/api/v1/search"],
  getFile: ["GET", "/api/v1/files/:fileId"],
  cropFile: ["POST", "/api/v1/files/:fileId/crop"],
  findPeople: ["GET", "/api/v1/people"],
  getPerson: ["GET", "/api/v1/people/:userId"],
  listPhotos: ["GET", "/api/v1/people/photos"],
  updateMyCard: ["PATCH", "/api/v1/people/me"],
  updatePerson: ["PATCH", "/api/v1/people/:userId"],
  readPeopleList: ["POST", "/api/v1/people/import/columns"],
  importPeople: ["POST", "/api/v1/people/import"],
  listDepartments: ["GET", "/api/v1/departments"],
  createDepartment: ["POST", "/api/v1/departments"],
  updateDepartment: ["PATCH", "/api/v1/departments/:departmentId"],
  deleteDepartment: ["DELETE", "/api/v1/departments/:departmentId"],
  listTags: ["GET", "/api/v1/tags"],
  createTag: ["POST", "/api/v1/tags"],
  renameTag: ["PATCH", "/api/v1/tags/:tagId"],
  changeTagPeople: ["PATCH", "/api/v1/tags/:tagId/people"],
  deleteTag: ["DELETE", "/api/v1/tags/:tagId"],
  listScimTokens: ["GET", "/api/v1/scim-tokens"],
  createScimToken: ["POST", "/api/v1/scim-tokens"],
  deleteScimToken: ["DELETE", "/api/v1/scim-tokens/:tokenId"],
  listUsers: ["GET", "/api/v1/users"],
  createUser: ["POST", "/api/v1/users"],
  updateUser: ["PATCH", "/api/v1/users/:userId"],
  getBranding: ["GET", "/api/v1/workspace/branding"],
  updateBranding: ["PUT", "/api/v1/workspace/branding"],
  uploadLogo: ["PUT", "/api/v1/workspace/logo"],
  removeLogo: ["DELETE", "/api/v1/workspace/logo"],
  listSites: ["GET", "/api/v1/sites"],
  createSite: ["POST", "/api/v1/sites"],
  updateSite: ["PUT", "/api/v1/sites/:siteId"],
  rotateSiteSecret: ["POST", "/api/v1/sites/:siteId/secret"],
  getNotificationSettings: ["GET", "/api/v1/notifications/settings"],
  updateNotificationSettings: ["PUT", "/api/v1/notifications/settings"],
  listPushDevices: ["GET", "/api/v1/notifications/devices"],
  testDevice: ["POST", "/api/v1/notifications/devices/:deviceId/test"],
  getPushKey: ["GET", "/api/v1/notifications/push-key"],
  subscribeDevice: ["PUT", "/api/v1/notifications/devices/:deviceId"],
  unsubscribeDevice: ["DELETE", "/api/v1/notifications/devices/:deviceId"],
  getRetention: ["GET", "/api/v1/privacy/retention"],
  updateRetention: ["PUT", "/api/v1/privacy/retention"],
  requestExport: ["POST", "/api/v1/privacy/exports"],
  listExports: ["GET", "/api/v1/privacy/exports"],
  removeExport: ["DELETE", "/api/v1/privacy/exports/:exportId"],
  eraseUser: ["POST", "/api/v1/users/:userId/erasure"],
  getErasurePolicy: ["GET", "/api/v1/privacy/erasure-policy"],
  updateErasurePolicy: ["PUT", "/api/v1/privacy/erasure-policy"],
  eraseSelf: ["POST", "/api/v1/privacy/my-erasure"],
  listRecordings: ["GET", "/api/v1/recordings"],
  openRecording: ["GET", "/api/v1/recordings/:recordingId"],
  requestComposition: ["POST", "/api/v1/recordings/:recordingId/compositions"],
  holdRecording: ["PUT", "/api/v1/recordings/:recordingId/hold"],
  releaseRecording: ["DELETE", "/api/v1/recordings/:recordingId/hold"],
  deleteRecording: ["DELETE", "/api/v1/recordings/:recordingId"],
  listDeletions: ["GET", "/api/v1/recordings/deletions"],
  listRecordingLinks: ["GET", "/api/v1/recordings/:recordingId/links"],
  makeRecordingLink: ["POST", "/api/v1/recordings/:recordingId/links"],
  revokeRecordingLink: [
    "DELETE",
    "/api/v1/recordings/:recordingId/links/:linkId",
  ],
  openSharedRecording: ["GET", "/api/v1/shared-recordings/:token"],
  getLibraryPolicy: ["GET", "/api/v1/recordings/keeping"],
  updateLibraryPolicy: ["PUT", "/api/v1/recordings/keeping"],
  getRecordingPolicy: ["GET", "/api/v1/recordings/policy"],
  updateRecordingPolicy: ["PUT", "/api/v1/recordings/policy"],
  getRecordingRight: ["GET", "/api/v1/recordings/right"],
  listAudit: ["GET", "/api/v1/audit"],
  listApplications: ["GET", "/api/v1/applications"],
  createApplication: ["POST", "/api/v1/applications"],
  updateApplication: ["PUT", "/api/v1/applications/:applicationId"],
  deleteApplication: ["DELETE", "/api/v1/applications/:applicationId"],
  rotateApplicationSecret: [
    "POST",
    "/api/v1/applications/:applicationId/secret",
  ],
  listWebhookEndpoints: ["GET", "/api/v1/webhooks"],
  createWebhookEndpoint: ["POST", "/api/v1/webhooks"],
  updateWebhookEndpoint: ["PUT", "/api/v1/webhooks/:endpointId"],
  deleteWebhookEndpoint: ["DELETE", "/api/v1/webhooks/:endpointId"],
  rotateWebhookEndpointSecret: ["POST", "/api/v1/webhooks/:endpointId/secret"],
  testWebhookEndpoint: ["POST", "/api/v1/webhooks/:endpointId/test"],
  listWebhookMessages: ["GET", "/api/v1/webhooks/:endpointId/messages"],
  replayWebhookMessage: [
    "POST",
    "/api/v1/webhooks/:endpointId/messages/:messageId/replay",
  ],
  skipWebhookMessage: [
    "POST",
    "/api/v1/webhooks/:endpointId/messages/:messageId/skip",
  ],
  getWebhook: ["GET", "/api/v1/applications/:applicationId/webhook"],
  testWebhook: ["POST", "/api/v1/applications/:applicationId/webhook/test"],
  listObjectTypesOf: [
    "GET",
    "/api/v1/applications/:applicationId/object-types",
  ],
  putObjectTypeOf: ["PUT", "/api/v1/applications/:applicationId/object-types"],
  getCardOfConversation: [
    "GET",
    "/api/v1/conversations/:conversationId/object",
  ],
};
