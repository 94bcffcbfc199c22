import type { LocalMedia } from "@veche/call-client";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { flip } from "./device-buttons.tsx";

interface ShortcutTargets {
  readonly media: LocalMedia | null;
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

const isWriting = ({ target }: Event): boolean =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

/** M microphone, V camera, C chat; while somebody writes, letters are letters. */
function pressed(
  event: KeyboardEvent,
  { media, toggleChat }: ShortcutTargets,
): void {
  const isCommand = event.ctrlKey || event.metaKey || event.altKey;
  if (isWriting(event) || isCommand || event.repeat || media === null) return;
  const letter = letterOf(event);
  if (letter === "m") flip(media, "microphone");
  else if (letter === "v") flip(media, "camera");
  else if (letter === "c") toggleChat();
  else return;
  event.preventDefault();
}

/** Keys work wherever in the panel the focus is, its own frame included. */
export function useShortcuts(
  call: RefObject<HTMLElement | null>,
  targets: ShortcutTargets,
): void {
  const present = useRef(targets);
  present.current = targets;
  useEffect(() => {
    const panel = call.current?.parentElement;
    const press = (event: KeyboardEvent) => pressed(event, present.current);
    panel?.addEventListener("keydown", press);
    return () => panel?.removeEventListener("keydown", press);
  }, [call]);
}
