import { beforeEach, expect, test } from "vitest";
import { FakePlatform } from "../tests/fake-devices.ts";
import { settle } from "../tests/virtual-time.ts";
import {
  createLocalMedia,
  type DeviceMemory,
  type LocalMedia,
} from "./index.ts";

let platform: FakePlatform;
let media: LocalMedia;

const rememberIn = (kept: Map<string, string>): DeviceMemory => ({
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, value),
});

beforeEach(() => {
  platform = new FakePlatform();
  media = createLocalMedia({ platform });
});

test("camera and microphone are asked for in one question", async () => {
  await media.turnOn("microphone", "camera");
  expect(platform.asked).toHaveLength(1);
  const { microphone, camera, cameraStream, microphones } = media.state.get();
  expect([microphone.kind, camera.kind]).toEqual(["on", "on"]);
  expect(cameraStream?.getTracks()).toEqual([media.outgoing.get().camera]);
  expect(microphones).toEqual([{ deviceId: "mic-1", label: "Microphone" }]);
});

test("what is open is not asked for again", async () => {
  await media.turnOn("camera");
  await media.turnOn("camera", "microphone");
  expect(
    platform.asked.map(({ audio, video }) => [
      audio !== false,
      video !== false,
    ]),
  ).toEqual([
    [false, true],
    [true, false],
  ]);
});

test("a muted microphone stays open and silent, and speaks again without a question", async () => {
  await media.turnOn("microphone");
  const { microphone } = media.outgoing.get();
  media.turnOff("microphone");
  expect([microphone?.enabled, microphone?.readyState]).toEqual([
    false,
    "live",
  ]);
  expect(media.state.get().microphone.kind).toBe("off");
  await media.turnOn("microphone");
  expect(microphone?.enabled).toBe(true);
  expect(platform.asked).toHaveLength(1);
});

test("a camera that is off is let go, so that its lamp goes out (B6)", async () => {
  await media.turnOn("camera");
  const { camera } = media.outgoing.get();
  media.turnOff("camera");
  expect(camera?.readyState).toBe("ended");
  expect(media.outgoing.get().camera).toBeNull();
  expect(media.state.get().cameraStream).toBeNull();
});

test("a camera turned off while it opens stays off", async () => {
  const opening = media.turnOn("camera");
  media.turnOff("camera");
  await opening;
  expect(media.state.get().camera).toEqual({ kind: "off", problem: null });
  expect(platform.opened.map(({ readyState }) => readyState)).toEqual([
    "ended",
  ]);
});

test("one device that fails does not take the other with it", async () => {
  platform.problems.video = "NotFoundError";
  await media.turnOn("microphone", "camera");
  expect(media.state.get().microphone.kind).toBe("on");
  expect(media.state.get().camera).toEqual({
    kind: "off",
    problem: "not_found",
  });
});

test.each([
  ["NotAllowedError", "denied"],
  ["NotFoundError", "not_found"],
  ["NotReadableError", "in_use"],
  ["TypeError", "failed"],
])("%s is told as %s", async (name, problem) => {
  platform.problems.audio = name;
  await media.turnOn("microphone");
  expect(media.state.get().microphone).toEqual({ kind: "off", problem });
});

test("a page over plain HTTP is told so without asking anybody", async () => {
  platform.isSecure = false;
  await media.turnOn("microphone", "camera");
  expect(platform.asked).toEqual([]);
  expect(media.state.get().camera).toEqual({
    kind: "off",
    problem: "insecure",
  });
});

test("another camera replaces the open one, and is remembered for the next visit", async () => {
  const kept = new Map<string, string>();
  media = createLocalMedia({ platform, memory: rememberIn(kept) });
  await media.turnOn("camera");
  const first = media.outgoing.get().camera;
  await media.choose("camera", "cam-2");
  expect(first?.readyState).toBe("ended");
  expect(media.state.get().camera).toMatchObject({
    kind: "on",
    deviceId: "cam-2",
  });
  const next = createLocalMedia({ platform, memory: rememberIn(kept) });
  await next.turnOn("camera");
  expect(next.state.get().camera).toMatchObject({ deviceId: "cam-2" });
});

test("a muted microphone of the old choice does not come back after another was chosen", async () => {
  await media.turnOn("microphone");
  media.turnOff("microphone");
  await media.choose("microphone", "mic-2");
  await media.turnOn("microphone");
  expect(media.state.get().microphone).toMatchObject({
    kind: "on",
    deviceId: "mic-2",
  });
});

const unplug = async (track: MediaStreamTrack | null): Promise<void> => {
  track?.onended?.(new Event("ended"));
  await settle();
};

test("an unplugged microphone is replaced by the browser's next best", async () => {
  await media.turnOn("microphone");
  const { microphone } = media.outgoing.get();
  await unplug(microphone);
  expect(media.state.get().microphone.kind).toBe("on");
  expect(media.outgoing.get().microphone).not.toBe(microphone);
});

test("a muted microphone that is unplugged does not come back speaking", async () => {
  await media.turnOn("microphone");
  media.turnOff("microphone");
  await unplug(media.outgoing.get().microphone);
  expect(media.state.get().microphone.kind).toBe("off");
  expect(media.outgoing.get().microphone).toBeNull();
});

test("a device plugged in while it is missed is used", async () => {
  platform.problems.audio = "NotFoundError";
  await media.turnOn("microphone");
  delete platform.problems.audio;
  platform.changeDevices([
    { deviceId: "mic-9", kind: "audioinput", label: "Headset" },
  ]);
  await settle();
  expect(media.state.get().microphone.kind).toBe("on");
});

test("a screen is shared with its sound, and ends by the browser's own bar too", async () => {
  await media.startScreen();
  const { screen, screenSound } = media.outgoing.get();
  expect([screen?.label, screenSound?.label]).toEqual([
    "screen",
    "screen sound",
  ]);
  await unplug(screen);
  expect(media.state.get().screen).toEqual({ kind: "off", problem: null });
  expect([screen?.readyState, screenSound?.readyState]).toEqual([
    "ended",
    "ended",
  ]);
});

test("a screen that was not given is told, and may be asked for again", async () => {
  platform.problems.screen = "NotAllowedError";
  await media.startScreen();
  expect(media.state.get().screen).toEqual({ kind: "off", problem: "denied" });
  delete platform.problems.screen;
  await media.startScreen();
  expect(media.state.get().screen.kind).toBe("on");
});

test("closing lets every device go", async () => {
  await media.turnOn("microphone", "camera");
  await media.startScreen();
  media.close();
  expect(
    platform.opened.every(({ readyState }) => readyState === "ended"),
  ).toBe(true);
});
