import type { Generated } from "kysely";
import type {
  WebhookEndpointId,
  WebhookEndReason,
  WebhookEventType,
  WebhookMessage,
  WebhookMessageId,
} from "@veche/contracts";

interface WebhookEndpointsTable {
  id: WebhookEndpointId;
  url: string;
  description: string;
  /** Empty: all. */
  eventTypes: WebhookEventType[];
  /** Sealed; see `platform/sealed-text.ts`. */
  secret: string;
  /** The one before it, for as long as it signs too; both set together. */
  oldSecret: string | null;
  oldSecretUntil: Date | null;
  createdAt: Date;
  offReason: WebhookEndReason | null;
  offAt: Date | null;
  /** In a row, since the last success. */
  failureCount: Generated<number>;
  failingSince: Generated<Date | null>;
  nextAttemptAt: Generated<Date | null>;
  /** Until then one process posts to it; a process that died lets it go by this. */
  claimedUntil: Generated<Date | null>;
}

interface WebhookMessagesTable {
  endpointId: WebhookEndpointId;
  id: WebhookMessageId;
  /** The order in which they are posted; a replay takes a new one. */
  position: Generated<number>;
  type: WebhookMessage["type"];
  at: Date;
  body: string;
  state: WebhookMessage["state"];
}

interface WebhookAttemptsTable {
  id: string;
  endpointId: WebhookEndpointId;
  messageId: WebhookMessageId;
  at: Date;
  status: number | null;
  tookMs: number;
}

export interface WebhooksTables {
  webhookEndpoints: WebhookEndpointsTable;
  webhookMessages: WebhookMessagesTable;
  webhookAttempts: WebhookAttemptsTable;
}
