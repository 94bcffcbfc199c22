import type { ConversationId, MessageId, PrincipalId } from "@veche/contracts";

export interface SearchTables {
  messageWords: {
    conversationId: ConversationId;
    seq: number;
    messageId: MessageId;
    authorId: PrincipalId;
    at: Date;
    /** A tsvector: stems of the body, of file names (weight B), and marks (`domain/marks.ts`). */
    words: string;
  };
  searchCursors: { conversationId: ConversationId; indexedTo: number };
}
