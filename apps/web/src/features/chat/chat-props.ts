import type { ConversationId, PrincipalId } from "@veche/contracts";
import type { RealtimeClient } from "@veche/realtime-client";
import type { ReactNode } from "react";

/** While a ready-made answer is being chosen. */
export interface AnswerPicking {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly onChoose: (text: string) => void;
  /** By a key: back to the field. */
  readonly onClose: () => void;
  /** The focus went elsewhere. */
  readonly onLeave: () => void;
  /** The list cannot be read now. */
  readonly onUnreadable: () => void;
}

export interface ChatProps {
  readonly realtime: RealtimeClient;
  readonly conversationId: ConversationId;
  readonly customer: { readonly id: PrincipalId; readonly name: string };
  /** Closed: the session is over, one may only read. */
  readonly isOpen: boolean;
  /** Draws the list of ready-made answers over the field. */
  readonly answers: (picking: AnswerPicking) => ReactNode;
}
