import { expect, it } from "vitest";
import { incomingAction } from "./incoming-keys.ts";

const press = (key: string, more = {}) =>
  incomingAction({ key, isTyping: false, isDeclineAsked: false, ...more });

it("accepts with Enter", () => {
  expect(press("Enter")).toBe("accept");
});

it("declines only with the second Esc", () => {
  expect(press("Escape")).toBe("ask_decline");
  expect(press("Escape", { isDeclineAsked: true })).toBe("decline");
});

it("leaves all keys to who is writing", () => {
  const isTyping = { isTyping: true, isDeclineAsked: true };
  expect([press("Enter", isTyping), press("Escape", isTyping)]).toEqual([
    "none",
    "none",
  ]);
});
