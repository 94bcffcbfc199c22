import type { ClientId } from "@veche/contracts";
import type { OutboxItem } from "./outbox-item.ts";
import { createStore, type Readable } from "./store.ts";
import { createTabLeader } from "./tab-leader.ts";

/** What tabs of one principal tell each other about unsent messages. */
export type TabWord =
  | { readonly kind: "item"; readonly item: OutboxItem }
  | { readonly kind: "gone"; readonly clientId: ClientId };

/** The other tabs of the same principal in the same browser. */
export interface Tabs {
  /** The leading tab sends for all. */
  readonly isLeader: Readable<boolean>;
  readonly tell: (word: TabWord) => void;
  readonly onWord: (listener: (word: TabWord) => void) => void;
  readonly close: () => void;
}

/** A tab that knows of no other. */
export const aloneInBrowser = (): Tabs => ({
  isLeader: createStore(true),
  tell: () => undefined,
  onWord: () => undefined,
  close: () => undefined,
});

/** Tabs that meet under `name` by Web Locks and BroadcastChannel. */
export const browserTabs = (name: string): Tabs => {
  const channel = new BroadcastChannel(name);
  const leader = createTabLeader(name);
  return {
    isLeader: leader.isLeader,
    tell: (word) => {
      channel.postMessage(word);
    },
    onWord: (listener) => {
      channel.onmessage = (event: MessageEvent<TabWord>) => {
        listener(event.data);
      };
    },
    close: () => {
      leader.resign();
      channel.close();
    },
  };
};
