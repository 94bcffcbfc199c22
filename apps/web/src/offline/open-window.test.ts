import { expect, it } from "vitest";
import {
  hasAttention,
  windowToOpenIn,
  type OpenWindow,
} from "./open-window.ts";

const at = (path: string, more: Partial<OpenWindow> = {}): OpenWindow => ({
  url: `https://veche.example${path}`,
  focused: false,
  visibilityState: "hidden",
  ...more,
});

it("a notification opens in the window that is nearest to the eyes", () => {
  const hidden = at("/chats/1");
  const visible = at("/desk", { visibilityState: "visible" });
  const focused = at("/profile", { focused: true });
  expect(windowToOpenIn([hidden, visible, focused])).toBe(focused);
  expect(windowToOpenIn([hidden, visible])).toBe(visible);
  expect(windowToOpenIn([hidden])).toBe(hidden);
});

it("never in the shop, which is no page of the application", () => {
  const shop = at("/shop/", { focused: true, visibilityState: "visible" });
  expect(windowToOpenIn([shop])).toBeUndefined();
  expect(hasAttention([shop])).toBe(false);
  expect(hasAttention([at("/chats/1"), shop])).toBe(false);
  expect(hasAttention([at("/chats/1", { focused: true })])).toBe(true);
});
