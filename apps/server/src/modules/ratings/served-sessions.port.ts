import type {
  ConversationId,
  CustomerId,
  RequestId,
  UserId,
} from "@veche/contracts";

/** A session that is over and in which a customer was served. */
export interface ServedSession {
  readonly requestId: RequestId;
  readonly conversationId: ConversationId;
  readonly customerId: CustomerId;
  readonly operatorId: UserId | null;
  readonly operatorName: string | null;
  readonly endedAt: Date;
}

/** What can be rated; the contact centre knows. */
export interface ServedSessions {
  /** Undefined for one that goes on, in which nobody was served, or that is none. */
  servedSession(requestId: RequestId): Promise<ServedSession | undefined>;
  countServed(since: Date): Promise<number>;
}
