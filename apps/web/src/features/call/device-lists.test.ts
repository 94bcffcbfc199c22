import type { LocalMediaSnapshot } from "@veche/call-client";
import { describe, expect, it } from "vitest";
import { deviceLists } from "./device-lists.ts";
import { troubleOf } from "./trouble.ts";

const off = { kind: "off", problem: null } as const;
const device = (deviceId: string) => ({ deviceId, label: deviceId });

const local = (change: Partial<LocalMediaSnapshot>): LocalMediaSnapshot => ({
  microphone: off,
  camera: off,
  screen: off,
  cameraStream: null,
  screenStream: null,
  microphones: [device("default"), device("headset")],
  cameras: [device("front")],
  speakers: [],
  chosen: { microphone: null, camera: null, speaker: null },
  treatments: { noise: "on", blur: "off" },
  blur: "unknown",
  ...change,
});

describe("the menu of devices", () => {
  it("marks the device in use, else the one chosen before, else the browser's own", () => {
    const track = {} as MediaStreamTrack;
    const inUse = { kind: "on", track, deviceId: "headset" } as const;
    const chosen = { microphone: "headset", camera: "gone", speaker: null };
    const marked = (change: Partial<LocalMediaSnapshot>) =>
      deviceLists(local(change)).map((list) => list.chosen);
    expect(marked({ microphone: inUse })).toEqual(["headset", "front"]);
    expect(marked({ chosen })).toEqual(["headset", "front"]);
    expect(marked({ cameras: [] })).toEqual(["default", null]);
  });

  it("offers speakers only where the browser lets one choose", () => {
    expect(deviceLists(local({})).map(({ kind }) => kind)).toEqual([
      "microphone",
      "camera",
    ]);
    const speakers = [device("room")];
    expect(deviceLists(local({ speakers })).at(-1)).toEqual({
      kind: "speaker",
      devices: speakers,
      chosen: "room",
    });
  });
});

it("tells of the microphone's trouble before the camera's, and of none while all is well", () => {
  const denied = { kind: "off", problem: "denied" } as const;
  const inUse = { kind: "off", problem: "in_use" } as const;
  expect(troubleOf(local({ microphone: denied, camera: inUse }))).toBe(
    "denied",
  );
  expect(troubleOf(local({ camera: inUse }))).toBe("in_use");
  expect(troubleOf(local({}))).toBeNull();
});
