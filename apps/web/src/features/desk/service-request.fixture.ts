import type {
  ConversationId,
  Customer,
  CustomerId,
  QueueId,
  RequestId,
  ServiceRequest,
  SiteId,
  UserId,
} from "@veche/contracts";

/** Readable names stand for the ids a server would make. */
const named = <Name extends string>(name: string) => name as Name; // brands are for the compiler only

const irina: Customer = {
  id: named<CustomerId>("irina"),
  siteId: named<SiteId>("shop"),
  name: "Ирина",
  externalId: null,
  email: null,
  phone: null,
  attributes: {},
  language: "ru",
  pageUrl: null,
  pageTitle: null,
  firstSeenAt: "2025-11-21T10:00:00.000Z",
  lastSeenAt: "2025-11-21T10:00:00.000Z",
  isOnline: true,
};

export const oleg = named<UserId>("oleg");

/** A request of Irina's, waiting until told otherwise. */
export const serviceRequest = (
  change: Partial<ServiceRequest> = {},
): ServiceRequest => ({
  id: named<RequestId>("request"),
  conversationId: named<ConversationId>("conversation"),
  queueId: named<QueueId>("queue"),
  queueName: null,
  kind: "video",
  origin: "customer",
  state: "waiting",
  customer: irina,
  operatorId: null,
  operatorName: null,
  transfer: null,
  help: null,
  heldAt: null,
  callId: null,
  createdAt: "2025-11-21T10:00:00.000Z",
  acceptedAt: null,
  endedAt: null,
  endReason: null,
  ...change,
});
