import type { ClientId } from "@veche/contracts";
import type { OutboxItem } from "./outbox-item.ts";

/** Where what is unsent of one principal outlives the page. `all` gives it in the order it was added. */
export interface OutboxStorage {
  readonly all: () => Promise<readonly OutboxItem[]>;
  /** Adds an item, or replaces one in its place. */
  readonly put: (item: OutboxItem) => Promise<void>;
  readonly remove: (clientId: ClientId) => Promise<void>;
}

/** For tests and for pages without IndexedDB: what is unsent lives as long as the page. */
export const memoryOutboxStorage = (): OutboxStorage => {
  const items = new Map<ClientId, OutboxItem>();
  return {
    all: () => Promise.resolve([...items.values()]),
    put: (item) => {
      items.set(item.clientId, item);
      return Promise.resolve();
    },
    remove: (clientId) => {
      items.delete(clientId);
      return Promise.resolve();
    },
  };
};
