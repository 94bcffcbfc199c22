import type { ClientId } from "@veche/contracts";
import type { OutboxMessage } from "./outbox-message.ts";

/** Where unsent messages of one principal outlive the page. `all` gives them in the order they were added. */
export interface OutboxStorage {
  readonly all: () => Promise<readonly OutboxMessage[]>;
  /** Adds a message, or replaces one in its place. */
  readonly put: (message: OutboxMessage) => Promise<void>;
  readonly remove: (clientId: ClientId) => Promise<void>;
}

/** For tests and for pages without IndexedDB: what is unsent lives as long as the page. */
export const memoryOutboxStorage = (): OutboxStorage => {
  const messages = new Map<ClientId, OutboxMessage>();
  return {
    all: () => Promise.resolve([...messages.values()]),
    put: (message) => {
      messages.set(message.clientId, message);
      return Promise.resolve();
    },
    remove: (clientId) => {
      messages.delete(clientId);
      return Promise.resolve();
    },
  };
};
