import { describe, expect, it } from "vitest";
import { shortcutOf, type KeyPress } from "./shortcuts.ts";

const press = (key: string, code: string, more: Partial<KeyPress> = {}) =>
  shortcutOf({ key, code, hasCommand: false, isTyping: false, ...more });

describe("the shortcuts of a call", () => {
  it.each([
    ["m", "KeyM", "microphone"],
    ["V", "KeyV", "camera"],
    ["d", "KeyD", "screen"],
    ["c", "KeyC", "chat"],
    ["s", "KeyS", "full_screen"],
    ["?", "Slash", "help"],
    ["?", "Digit7", "help"],
  ])("takes %s (%s) for the %s", (key, code, shortcut) => {
    expect(press(key, code)).toBe(shortcut);
  });

  it("works in the Russian layout by the place of the key", () => {
    expect(press("ь", "KeyM")).toBe("microphone");
    expect(press("М", "KeyV")).toBe("camera");
  });

  it("goes by the sign where the layout is Latin but the places differ", () => {
    expect(press("m", "Semicolon")).toBe("microphone");
    expect(press("o", "KeyS")).toBeUndefined();
  });

  it("leaves letters to who types, but not the combinations of Meet", () => {
    expect(press("m", "KeyM", { isTyping: true })).toBeUndefined();
    expect(press("в", "KeyD", { isTyping: true, hasCommand: true })).toBe(
      "microphone",
    );
    expect(press("e", "KeyE", { hasCommand: true })).toBe("camera");
    expect(press("m", "KeyM", { hasCommand: true })).toBeUndefined();
  });
});
