import type { ClientId, ConversationId, ErrorCode } from "@veche/contracts";

/**
 * `waiting` for its turn or for the line · `sending` · `sent`: acknowledged, about to show in the log · `refused` with
 * the code's reason: `retry` or `discard` it.
 */
export type OutboxState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending" }
  | { readonly kind: "sent"; readonly seq: number }
  | { readonly kind: "refused"; readonly code: ErrorCode };

/** A message of mine that is not in the log yet. */
export interface OutboxMessage {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  readonly body: string;
  /** Wall time of writing, milliseconds since 1970. */
  readonly writtenAt: number;
  readonly state: OutboxState;
}
