export type CallShortcut =
  | "microphone"
  | "camera"
  | "screen"
  | "chat"
  | "full_screen"
  | "hand"
  | "help"
  | "layout"
  | "people";

export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard, the same in every layout. */
  readonly code: string;
  readonly hasCommand: boolean;
  readonly isTyping: boolean;
}

const letters: Readonly<Record<string, CallShortcut>> = {
  m: "microphone",
  v: "camera",
  d: "screen",
  c: "chat",
  s: "full_screen",
  w: "layout",
  p: "people",
  r: "hand",
};

/** As in Google Meet; they work while one types too. */
const commandLetters: Readonly<Record<string, CallShortcut>> = {
  d: "microphone",
  e: "camera",
};

/** The Latin letter of a press: by its sign, or by its place when the layout is not Latin. */
function letterOf({ key, code }: KeyPress): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : "";
}

/** Which control a press means, if any. */
export function shortcutOf(press: KeyPress): CallShortcut | undefined {
  if (press.hasCommand) return commandLetters[letterOf(press)];
  if (press.isTyping) return undefined;
  return press.key === "?" ? "help" : letters[letterOf(press)];
}
