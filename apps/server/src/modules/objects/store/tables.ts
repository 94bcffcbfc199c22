import type { Generated, JSONColumnType } from "kysely";
import type {
  ApplicationId,
  ContextObject,
  ConversationId,
  LocalText,
  ObjectType,
  UserMatching,
  WebhookDelivery,
} from "@veche/contracts";

export interface ApplicationsTable {
  id: ApplicationId;
  key: string;
  name: string;
  origins: string[];
  matchUsersBy: UserMatching;
  /** Sealed; see `platform/sealed-text.ts`. */
  secret: string;
  /** The one before it, for as long as it goes on; both set together. */
  oldSecret: string | null;
  oldSecretUntil: Date | null;
  disabledAt: Date | null;
  createdAt: Date;
  webhookUrl: string | null;
  /** Of its newest event; the row is locked while events are numbered. */
  lastEventNumber: Generated<number>;
  /** Up to which event the webhook has answered. */
  deliveredTo: Generated<number>;
  /** In a row, since the last success. */
  deliveryFailures: Generated<number>;
  nextDeliveryAt: Date | null;
  /** From then on only its key is left. */
  removedAt: Generated<Date | null>;
}

/** One attempt to post to a webhook. */
interface WebhookDeliveriesTable {
  id: string;
  applicationId: ApplicationId;
  at: Date;
  kind: WebhookDelivery["kind"];
  firstNumber: number | null;
  lastNumber: number | null;
  status: number | null;
  tookMs: number;
}

interface ObjectTypesTable {
  applicationId: ApplicationId;
  type: string;
  title: JSONColumnType<LocalText>;
  fields: JSONColumnType<ObjectType["fields"]>;
  sections: JSONColumnType<ObjectType["sections"]>;
  isOn: boolean;
  /** An administrator laid it out: the application's own layout doesn't replace theirs. */
  isArranged: Generated<boolean>;
}

interface ObjectsTable {
  applicationId: ApplicationId;
  type: string;
  id: string;
  title: string;
  url: string | null;
  fields: JSONColumnType<ContextObject["fields"]>;
  changedAt: Date;
}

/** Which conversation is about which object, and how far its log is in the application's events. */
interface ContextConversationsTable {
  conversationId: ConversationId;
  applicationId: ApplicationId;
  type: string;
  objectId: string;
  toldTo: Generated<number>;
}

/** Where the application's events stand in the logs. */
interface ApplicationEventsTable {
  applicationId: ApplicationId;
  number: number;
  conversationId: ConversationId;
  seq: number;
}

export interface ObjectsTables {
  applications: ApplicationsTable;
  objectTypes: ObjectTypesTable;
  objects: ObjectsTable;
  contextConversations: ContextConversationsTable;
  applicationEvents: ApplicationEventsTable;
  webhookDeliveries: WebhookDeliveriesTable;
}
