import type { LocalMedia, SourceState } from "@veche/call-client";
import { createStore } from "@veche/realtime-client";
import { expect, test } from "vitest";
import { storageKeys } from "../../loader/storage-keys.ts";
import { memoryOf } from "../testing/builders.ts";
import type { Widget } from "../session/widget.ts";
import { rememberedMedia, rememberMedia } from "./remembered-media.ts";

const off: SourceState = { kind: "off", problem: null };
// Only its presence is looked at.
const on: SourceState = {
  kind: "on",
  track: {} as MediaStreamTrack,
  deviceId: null,
};

function createWorld() {
  const tab = memoryOf();
  const state = createStore({ microphone: off, camera: off });
  // The two functions look at nothing else of the widget and of the devices.
  const widget = { keys: storageKeys("shop"), host: { tab } } as Widget;
  rememberMedia({ state } as unknown as LocalMedia, widget);
  return { state, widget };
}

test("the next page begins with the microphone, unless something else was chosen", () => {
  const { widget } = createWorld();
  expect(rememberedMedia(widget)).toEqual(["microphone"]);
});

test("what is on comes back on the next page, what is off stays off", () => {
  const { state, widget } = createWorld();
  state.set({ microphone: on, camera: on });
  expect(rememberedMedia(widget)).toEqual(["microphone", "camera"]);
  state.set({ microphone: off, camera: off });
  expect(rememberedMedia(widget)).toEqual([]);
});

test("a device that is only being opened changes nothing", () => {
  const { state, widget } = createWorld();
  state.set({ microphone: on, camera: on });
  state.set({ microphone: { kind: "opening" }, camera: off });
  expect(rememberedMedia(widget)).toEqual(["microphone", "camera"]);
});
