import { expect, it } from "vitest";
import { conversation } from "../conversation.fixture.ts";
import { conversationAbout } from "./conversation-about.ts";

const order = { application: "shop", type: "order", id: "42" };
const rooms = [
  conversation("a"),
  conversation("b", { object: { ...order, application: "accounts" } }),
  conversation("c", { object: { ...order, type: "invoice" } }),
  conversation("d", { object: order }),
];

it("an object leads to the conversation about it, of the same application and kind", () => {
  expect(conversationAbout(rooms, order)).toBe(rooms[3]?.id);
});

it("an object one doesn't talk about leads nowhere", () => {
  expect(conversationAbout(rooms, { ...order, id: "43" })).toBeUndefined();
});
