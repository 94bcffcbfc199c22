import type { ConversationId, PrincipalId } from "@veche/contracts";
import type { RealtimeClient } from "@veche/realtime-client";

export interface ChatProps {
  readonly realtime: RealtimeClient;
  readonly conversationId: ConversationId;
  readonly customer: { readonly id: PrincipalId; readonly name: string };
  /** Closed: the session is over, one may only read. */
  readonly isOpen: boolean;
}
