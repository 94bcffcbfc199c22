import { expect, test } from "vitest";
import { memoryOf } from "../testing/builders.ts";
import { createPanel } from "./panel.ts";

function createWorld(tab = memoryOf()) {
  const events: string[] = [];
  const host = { tab, emit: (name: string) => void events.push(name) };
  return { tab, events, panel: createPanel(host, "panel") };
}

test("opens and closes, and tells the page once each", () => {
  const { panel, events } = createWorld();
  panel.open();
  panel.open();
  expect(panel.isOpen.get()).toBe(true);
  panel.close();
  panel.close();
  expect(events).toEqual(["opened", "closed"]);
});

test("is as it was on the next page of the site", () => {
  const { panel, tab } = createWorld();
  panel.open();
  panel.remember("chat");
  const next = createWorld(tab).panel;
  expect([next.isOpen.get(), next.remembered]).toEqual([true, "chat"]);
});

test("closed on this page is closed on the next", () => {
  const { panel, tab } = createWorld();
  panel.open();
  panel.close();
  panel.remember("chat");
  expect(createWorld(tab).panel.isOpen.get()).toBe(false);
});
