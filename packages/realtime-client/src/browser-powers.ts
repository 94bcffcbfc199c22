import type { Id } from "@veche/contracts";
import type { Powers } from "./powers.ts";

/* crypto.randomUUID exists in secure contexts only; a shop page on plain HTTP must chat too. */
const uuid = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, index) => {
    const marked =
      index === 6
        ? (byte & 0x0f) | 0x40
        : index === 8
          ? (byte & 0x3f) | 0x80
          : byte;
    return marked.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, "$1-$2-$3-$4-");
};

/** The browser's own powers: the default at an app's edge. */
export const browserPowers: Powers = {
  nowMs: () => Date.now(),
  random: () => Math.random(),
  // A fresh UUID names whatever the caller says it names.
  newId: <Kind extends Id<string>>() => uuid() as Kind,
  after: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
  onWake: (listener) => {
    const seen = (): void => {
      if (document.visibilityState === "visible") listener();
    };
    addEventListener("online", listener);
    addEventListener("pageshow", listener);
    document.addEventListener("visibilitychange", seen);
    return () => {
      removeEventListener("online", listener);
      removeEventListener("pageshow", listener);
      document.removeEventListener("visibilitychange", seen);
    };
  },
};
