import { createStore, type Readable } from "@veche/realtime-client";

interface Preferences {
  /** Does Enter send, or only Ctrl/Cmd with it? */
  readonly sendsOnEnter: boolean;
  /** Is what is written shown as it will look? */
  readonly showsPreview: boolean;
  /** Does the card of an object stand open over the conversation about it? */
  readonly showsCard: boolean;
  /** Emoji used lately, the newest first. */
  readonly recentEmoji: readonly string[];
}

export interface PreferenceStore extends Readable<Preferences> {
  readonly change: (change: Partial<Preferences>) => void;
  readonly emojiUsed: (emoji: string) => void;
}

const storageKey = "veche.messenger";
const recentAtMost = 24;
const usualEmoji = ["👍", "❤️", "😂", "🎉", "🙏", "👀", "✅", "🔥"];

const initial: Preferences = {
  sendsOnEnter: true,
  showsPreview: true,
  showsCard: true,
  recentEmoji: usualEmoji,
};

function read(storage: Pick<Storage, "getItem">): Preferences {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? "{}");
    return typeof kept === "object" ? { ...initial, ...kept } : initial;
  } catch {
    return initial;
  }
}

/** How one person likes to write, kept in this browser. */
export function createPreferences(
  storage: Pick<Storage, "getItem" | "setItem">,
): PreferenceStore {
  const store = createStore(read(storage));
  const change = (part: Partial<Preferences>) => {
    store.set({ ...store.get(), ...part });
    storage.setItem(storageKey, JSON.stringify(store.get()));
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    change,
    emojiUsed: (emoji) => {
      const others = store.get().recentEmoji.filter((one) => one !== emoji);
      change({ recentEmoji: [emoji, ...others].slice(0, recentAtMost) });
    },
  };
}
