import type { JSONColumnType } from "kysely";
import type {
  ConversationId,
  CustomerId,
  Language,
  SiteId,
} from "@veche/contracts";

export interface CustomersTable {
  id: CustomerId;
  siteId: SiteId;
  /** Unique within the site; null while anonymous. */
  externalId: string | null;
  name: string;
  email: string | null;
  phone: string | null;
  attributes: JSONColumnType<Readonly<Record<string, string>>>;
  language: Language;
  pageUrl: string | null;
  pageTitle: string | null;
  /** The one conversation of this customer with the company. */
  conversationId: ConversationId;
  firstSeenAt: Date;
  lastSeenAt: Date;
}

interface VisitsTable {
  /** SHA-256 of the visitor token. */
  tokenHash: Buffer;
  customerId: CustomerId;
  startedAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

export interface CustomersTables {
  customers: CustomersTable;
  visits: VisitsTable;
}
