import {
  createStore,
  type OutboxPlace,
  type OutboxStorage,
  type Tabs,
  type TabWord,
} from "../src/index.ts";
import { memoryOutboxStorage } from "../src/outbox-storage.ts";

interface Tab {
  readonly isLeader: ReturnType<typeof createStore<boolean>>;
  readonly hear: (word: TabWord) => void;
}

/** One browser profile: its storage outlives its tabs, of which the oldest leads. */
export interface FakeProfile {
  readonly storage: OutboxStorage;
  readonly openTab: () => OutboxPlace;
}

export const createFakeProfile = (
  storage: OutboxStorage = memoryOutboxStorage(),
): FakeProfile => {
  const open: Tab[] = [];
  return {
    storage,
    openTab: () => {
      const listeners = new Set<(word: TabWord) => void>();
      const tab: Tab = {
        isLeader: createStore(open.length === 0),
        hear: (word) => {
          for (const listener of listeners) listener(word);
        },
      };
      open.push(tab);
      const tabs: Tabs = {
        isLeader: tab.isLeader,
        tell: (word) => {
          // As over a BroadcastChannel: later, and a copy.
          void Promise.resolve().then(() => {
            for (const other of open)
              if (other !== tab) other.hear(structuredClone(word));
          });
        },
        onWord: (listener) => listeners.add(listener),
        close: () => {
          const place = open.indexOf(tab);
          if (place >= 0) open.splice(place, 1);
          tab.isLeader.set(false);
          open[0]?.isLeader.set(true);
        },
      };
      return { storage, tabs };
    },
  };
};
