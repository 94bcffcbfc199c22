import { beforeEach, expect, it } from "vitest";
import { FakePlatform } from "../tests/fake-devices.ts";
import { createLocalMedia, type DeviceMemory } from "./index.ts";

let platform: FakePlatform;
let kept: Map<string, string>;
const memory: DeviceMemory = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, value),
};
const open = () => createLocalMedia({ platform, memory });
const askedOfMicrophone = () => platform.asked.at(-1)?.audio;

beforeEach(() => {
  platform = new FakePlatform();
  kept = new Map();
});

it("noise is taken out of a voice, until somebody wants it heard: the open microphone is opened anew", async () => {
  const media = open();
  await media.turnOn("microphone");
  expect(askedOfMicrophone()).toMatchObject({ noiseSuppression: true });
  const before = media.outgoing.get().microphone;
  await media.treat("noise", "off");
  expect(askedOfMicrophone()).toMatchObject({ noiseSuppression: false });
  expect(media.outgoing.get().microphone).not.toBe(before);
  expect(before?.readyState).toBe("ended");
});

it("a silenced microphone stays silent whatever is wished of it, and comes back as wished", async () => {
  const media = open();
  await media.turnOn("microphone");
  media.turnOff("microphone");
  await media.treat("noise", "off");
  expect(media.state.get().microphone.kind).toBe("off");
  await media.turnOn("microphone");
  expect(askedOfMicrophone()).toMatchObject({ noiseSuppression: false });
});

it("a background is blurred for who wishes it, without another picture; the wish is remembered", async () => {
  platform.canBlur = true;
  const media = open();
  expect(media.state.get().blur).toBe("unknown");
  await media.turnOn("camera");
  const { camera } = media.outgoing.get();
  expect(media.state.get().blur).toBe("off");
  await media.treat("blur", "on");
  expect(media.state.get().blur).toBe("on");
  expect(media.outgoing.get().camera).toBe(camera);
  media.turnOff("camera");
  expect(media.state.get().blur).toBe("unknown");

  const later = open();
  expect(later.state.get().treatments).toEqual({ noise: "on", blur: "on" });
  await later.turnOn("camera");
  expect(later.state.get().blur).toBe("on");
});

it("a browser that cannot blur says so", async () => {
  const media = open();
  await media.turnOn("camera");
  await media.treat("blur", "on");
  expect(media.state.get().blur).toBe("unable");
});
