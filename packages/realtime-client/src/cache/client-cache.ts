import type { Conversation, ConversationId, Me } from "@veche/contracts";
import type { HeldRange } from "../log/held-ranges.ts";

/** What a device knew when it was last used. */
export interface Remembered {
  readonly me: Me;
  /** The server's history it belongs to. */
  readonly epoch: string;
  readonly conversations: readonly Conversation[];
  /** Where the person had read to without the server knowing. */
  readonly reads: ReadonlyMap<ConversationId, number>;
}

/** What changed since it was last written. */
export interface Remembering {
  readonly me: Me;
  readonly epoch: string;
  readonly reads: ReadonlyMap<ConversationId, number>;
  readonly changed: readonly Conversation[];
  readonly gone: readonly ConversationId[];
  readonly ends: ReadonlyMap<ConversationId, HeldRange>;
}

/**
 * Where a device keeps what one person may see without a network. It is a copy: losing it, or failing to write it,
 * costs a reading from the server. Confidential conversations never come here.
 */
export interface ClientCache {
  readonly recall: () => Promise<Remembered | null>;
  /** The last entries of a log, null where none are kept. */
  readonly end: (conversationId: ConversationId) => Promise<HeldRange | null>;
  readonly remember: (what: Remembering) => Promise<void>;
  /** Forgets everything: at sign-out, and when the server's history is another. */
  readonly wipe: () => Promise<void>;
}

/** For tests, and for browsers that keep nothing. */
export function memoryCache(): ClientCache {
  let state: Pick<Remembered, "me" | "epoch" | "reads"> | null = null;
  const conversations = new Map<ConversationId, Conversation>();
  const ends = new Map<ConversationId, HeldRange>();
  return {
    recall: () =>
      Promise.resolve(
        state && { ...state, conversations: [...conversations.values()] },
      ),
    end: (id) => Promise.resolve(ends.get(id) ?? null),
    remember: ({ me, epoch, reads, changed, gone, ends: newest }) => {
      state = { me, epoch, reads };
      for (const one of changed) conversations.set(one.id, one);
      for (const [id, end] of newest) ends.set(id, end);
      for (const id of gone) {
        conversations.delete(id);
        ends.delete(id);
      }
      return Promise.resolve();
    },
    wipe: () => {
      state = null;
      conversations.clear();
      ends.clear();
      return Promise.resolve();
    },
  };
}
