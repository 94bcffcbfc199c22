import type { MessageAction } from "./message-actions.ts";

interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Keys of a focused message, by their place on the keyboard: a Russian layout has other letters there. */
const keys: Readonly<Record<string, MessageAction>> = {
  KeyR: "reply",
  KeyE: "edit",
  KeyF: "forward",
  KeyP: "pin",
  KeyS: "save",
  KeyI: "info",
  KeyX: "select",
  Delete: "delete",
};

/** What a key asks for, if the message allows it. Ctrl/Cmd+C copies, unless words are chosen to be copied. */
export function actionOfKey(
  { code, ctrlKey, metaKey, altKey }: Pressed,
  allowed: readonly MessageAction[],
): MessageAction | undefined {
  if (altKey) return undefined;
  const isWithControl = ctrlKey || metaKey;
  const asked = isWithControl
    ? code === "KeyC"
      ? "copy"
      : undefined
    : keys[code];
  const wanted = asked === "pin" && allowed.includes("unpin") ? "unpin" : asked;
  return wanted !== undefined && allowed.includes(wanted) ? wanted : undefined;
}
