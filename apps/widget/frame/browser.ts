import { browserPowers } from "@veche/realtime-client";
import type { HeldLock, WidgetPowers } from "./session/powers.ts";

const noLock: HeldLock = { release: () => undefined };

/** Web Locks exist in secure contexts only. */
const locks = (): LockManager | undefined =>
  // Older and insecure pages lack what the types promise.
  (navigator as Partial<Navigator>).locks;

function hold(
  name: string,
  how: "if-free" | "steal",
): Promise<HeldLock | null> {
  const manager = locks();
  if (manager === undefined) return Promise.resolve(noLock);
  return new Promise((resolve) => {
    manager
      .request(
        name,
        how === "steal" ? { steal: true } : { ifAvailable: true },
        (lock) => {
          if (lock === null) {
            resolve(null);
            return undefined;
          }
          return new Promise<void>((release) => resolve({ release }));
        },
      )
      // Stolen by another tab: who took the call over tells this one through the server.
      .catch(() => undefined);
  });
}

/** The browser's powers: the only place of the chat part that takes them from the global object. */
export const widgetPowers: WidgetPowers = {
  ...browserPowers,
  fetch: fetch.bind(globalThis),
  page: () => ({ url: location.href, title: document.title }),
  isPageVisible: () => document.visibilityState === "visible",
  onVisibility(listener) {
    document.addEventListener("visibilitychange", listener);
    return () => document.removeEventListener("visibilitychange", listener);
  },
  isOnline: () => navigator.onLine,
  onOnline(listener) {
    addEventListener("online", listener);
    addEventListener("offline", listener);
    return () => {
      removeEventListener("online", listener);
      removeEventListener("offline", listener);
    };
  },
  alone: (name, task) => locks()?.request(name, task) ?? task(),
  hold,
  createAudioContext: () => new AudioContext(),
};
