import type { PrincipalId } from "@veche/contracts";
import { indexedDbOutboxStorage } from "./indexed-db-outbox.ts";
import { memoryOutboxStorage, type OutboxStorage } from "./outbox-storage.ts";
import { aloneInBrowser, browserTabs, type Tabs } from "./tabs.ts";

/** Where unsent messages are kept, and with whom the sending is shared. */
export interface OutboxPlace {
  readonly storage: OutboxStorage;
  readonly tabs: Tabs;
}

/** Unsent messages live as long as the page and concern no other tab. */
export const memoryOutboxPlace = (): OutboxPlace => ({
  storage: memoryOutboxStorage(),
  tabs: aloneInBrowser(),
});

/**
 * Unsent messages of this principal survive reloads and are sent by one of the tabs. Where the browser has no Web
 * Locks or no BroadcastChannel two tabs could send from one store at once, so each then keeps its own in memory.
 */
export const browserOutboxPlace = (principalId: PrincipalId): OutboxPlace => {
  const canShare =
    "locks" in navigator && typeof BroadcastChannel !== "undefined";
  if (!canShare) return memoryOutboxPlace();
  return {
    storage: indexedDbOutboxStorage(principalId),
    tabs: browserTabs(`veche-outbox-${principalId}`),
  };
};
