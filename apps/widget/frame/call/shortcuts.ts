import type { LocalMedia } from "@veche/call-client";
import { flip } from "./device-buttons.tsx";

interface ShortcutTargets {
  readonly media: LocalMedia;
  readonly toggleChat: () => void;
}

const latin = /^[a-z]$/i;

/** The letter pressed; on a Russian layout the key's place stands for it. */
export function letterOf({
  key,
  code,
}: Pick<KeyboardEvent, "key" | "code">): string {
  return latin.test(key)
    ? key.toLowerCase()
    : code.replace(/^Key/, "").toLowerCase();
}

/** M microphone, V camera, C chat; while somebody writes, letters are letters. */
export function pressedShortcut(
  event: KeyboardEvent,
  { media, toggleChat }: ShortcutTargets,
): void {
  const isWriting =
    event.target instanceof HTMLTextAreaElement ||
    event.target instanceof HTMLSelectElement;
  if (isWriting || event.ctrlKey || event.metaKey || event.altKey) return;
  const letter = letterOf(event);
  if (letter === "m") flip(media, "microphone");
  else if (letter === "v") flip(media, "camera");
  else if (letter === "c") toggleChat();
  else return;
  event.preventDefault();
}
