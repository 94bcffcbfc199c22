import { expect, it } from "vitest";
import {
  anna,
  boris,
  conversation,
  message,
  mine,
} from "../conversation.fixture.ts";
import { actionsOf, mayPost } from "./message-actions.ts";
import { actionOfKey } from "./message-keys.ts";

const open = conversation("a");
const secret = conversation("b", {
  confidentiality: { messageLifetimeMs: null, allowedDevices: ["app"] },
});
const key = (code: string, { ctrlKey = false } = {}) => ({
  key: "",
  code,
  ctrlKey,
  metaKey: false,
  altKey: false,
});

it("lets nobody but the author change a message, and only its keepers delete another's", () => {
  expect(actionsOf(message(1, anna), open, anna)).toEqual(
    expect.arrayContaining(["edit", "delete"]),
  );
  const others = actionsOf(message(1, boris), open, anna);
  expect(others).not.toContain("edit");
  expect(others).not.toContain("delete");
  const kept = conversation("c", { mine: mine({ role: "admin" }) });
  expect(actionsOf(message(1, boris), kept, anna)).toContain("delete");
});

it("takes nothing out of a confidential conversation", () => {
  const actions = actionsOf(message(1, anna), secret, anna);
  for (const action of ["copy", "forward", "save"] as const)
    expect(actions).not.toContain(action);
});

it("offers only the traces of a deleted message", () => {
  expect(
    actionsOf(
      message(1, anna, { deletedAt: "2026-11-20T10:00:00.000Z" }),
      open,
      anna,
    ),
  ).toEqual(["info"]);
});

it("keeps readers, and members of an announcing channel, from writing", () => {
  expect(
    mayPost(conversation("d", { mine: mine({ role: "read_only" }) })),
  ).toBe(false);
  expect(
    mayPost(conversation("e", { kind: "channel", posting: "admins" })),
  ).toBe(false);
  expect(mayPost(conversation("f", { mine: null }))).toBe(false);
});

it("knows keys by their place, so a Russian layout works, and keeps to what is allowed", () => {
  expect(actionOfKey(key("KeyR"), ["reply"])).toBe("reply");
  expect(actionOfKey(key("KeyP"), ["unpin"])).toBe("unpin");
  expect(actionOfKey(key("KeyC", { ctrlKey: true }), ["copy"])).toBe("copy");
  expect(
    actionOfKey(key("KeyR", { ctrlKey: true }), ["reply"]),
  ).toBeUndefined();
  expect(actionOfKey(key("KeyE"), ["reply"])).toBeUndefined();
});
