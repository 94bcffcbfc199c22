import type { LocalMedia } from "@veche/call-client";
import { describe, expect, it } from "vitest";
import { createHeldTalk, isSpaceFree } from "./hold-to-talk.ts";

type Microphone = "off" | "on" | "opening";

/** Devices of which only the microphone's state matters. */
function devices(kind: Microphone) {
  let now = kind;
  const media = {
    state: { get: () => ({ microphone: { kind: now } }) },
    turnOn: () => {
      now = "on";
      return Promise.resolve();
    },
    turnOff: () => {
      now = "off";
    },
  } as unknown as LocalMedia;
  return { media, microphone: () => now };
}

describe("holding Space to talk", () => {
  it("a silenced microphone is on for as long as the key is held", () => {
    const { media, microphone } = devices("off");
    const talk = createHeldTalk(media);
    expect([talk.start(), microphone()]).toEqual([true, "on"]);
    expect([talk.stop(), microphone()]).toEqual([true, "off"]);
  });

  it("the key's own repeats are part of one hold", () => {
    const { media, microphone } = devices("off");
    const talk = createHeldTalk(media);
    expect([talk.start(), talk.start(), microphone()]).toEqual([
      true,
      true,
      "on",
    ]);
    talk.stop();
    expect(microphone()).toBe("off");
  });

  it("a microphone that is on is left on", () => {
    const { media, microphone } = devices("on");
    const talk = createHeldTalk(media);
    expect([talk.start(), talk.stop(), microphone()]).toEqual([
      false,
      false,
      "on",
    ]);
  });
});

/** Something on the page that is, or stands inside, what these selectors name. */
const element = (...names: readonly string[]) => ({
  closest: (selector: string) =>
    selector.split(", ").find((one) => names.includes(one)) ?? null,
  matches: (selector: string) =>
    selector.split(", ").some((one) => names.includes(one)),
});

describe("whose Space is", () => {
  it.each([
    ["the page", ["body"], true],
    ["a button reached by the keyboard", ["button"], false],
    ["a field", ["textarea"], false],
  ])("%s: free for talking is %s", (_place, names, isFree) => {
    expect(isSpaceFree(element(...names), null)).toBe(isFree);
  });

  it.each([
    ["a button", ["button"], true],
    ["a field", ["textarea"], false],
    ["a button of a dialog", ["button", "[role=dialog]"], false],
    ["a line of a menu", ["[role=menu]"], false],
  ])("%s that was clicked: free for talking is %s", (_place, names, isFree) => {
    const clicked = element(...names);
    expect(isSpaceFree(clicked, clicked)).toBe(isFree);
  });
});
