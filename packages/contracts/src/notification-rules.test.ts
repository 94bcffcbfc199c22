import { describe, expect, it } from "vitest";
import {
  type ConversationSounds,
  decideNotification,
  defaultNotificationSettings as byDefault,
  type Happening,
  notificationCauses,
  type NotificationCause,
  type NotificationSettings,
} from "./index.ts";

// A Wednesday, 23:30 in Moscow.
const now = new Date("2026-03-04T20:30:00.000Z");
const later = "2026-03-04T21:00:00.000Z";
const earlier = "2026-03-04T20:00:00.000Z";
const everyCause: NotificationSettings = {
  ...byDefault,
  causes: [...notificationCauses],
};
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const night = { from: "22:00", to: "08:00", days: everyDay };
const atNight = { ...everyCause, timeZone: "Europe/Moscow", quietHours: night };

const all = { notify: "all", mutedUntil: null } as const;
const mentions = { notify: "mentions", mutedUntil: null } as const;
const nothing = { notify: "nothing", mutedUntil: null } as const;
const muted = { notify: "all", mutedUntil: later } as const;

const verdictOn = (cause: NotificationCause, of: Partial<Happening> = {}) => {
  const verdict = decideNotification({
    cause,
    place: all,
    settings: everyCause,
    isDoNotDisturb: false,
    isInCall: false,
    now,
    ...of,
  });
  if (verdict.kind === "silent") return verdict.reason;
  return verdict.sound === null ? "shown" : "sound";
};
const verdictsOf = (of: Partial<Happening>) =>
  notificationCauses.map((cause) => verdictOn(cause, of));

describe("what somebody is told of", () => {
  it.each<
    [
      name: string,
      of: Partial<Happening>,
      message: string,
      mention: string,
      mentionAll: string,
      reply: string,
      reaction: string,
      reminder: string,
      call: string,
    ]
  >([
    // prettier-ignore
    ["everything", {}, "sound", "sound", "sound", "sound", "sound", "sound", "sound"],
    // prettier-ignore
    ["mentions only", { place: mentions }, "not_wanted", "sound", "sound", "sound", "not_wanted", "sound", "sound"],
    // prettier-ignore
    ["nothing of a conversation", { place: nothing }, "not_wanted", "not_wanted", "not_wanted", "not_wanted", "not_wanted", "sound", "sound"],
    // prettier-ignore
    ["a muted conversation", { place: muted }, "muted", "muted", "muted", "muted", "muted", "sound", "sound"],
    // prettier-ignore
    ["a mute that is over", { place: { ...muted, mutedUntil: earlier } }, "sound", "sound", "sound", "sound", "sound", "sound", "sound"],
    // prettier-ignore
    ["quiet hours", { settings: atNight }, "quiet_hours", "quiet_hours", "quiet_hours", "quiet_hours", "quiet_hours", "sound", "quiet_hours"],
    // prettier-ignore
    ["a status of do not disturb", { isDoNotDisturb: true }, "do_not_disturb", "do_not_disturb", "do_not_disturb", "do_not_disturb", "do_not_disturb", "do_not_disturb", "do_not_disturb"],
    // prettier-ignore
    ["being in a call", { isInCall: true }, "shown", "shown", "shown", "shown", "shown", "shown", "shown"],
    // prettier-ignore
    ["no causes at all", { settings: { ...everyCause, causes: [] } }, "not_wanted", "not_wanted", "not_wanted", "not_wanted", "not_wanted", "not_wanted", "not_wanted"],
  ])("%s", (_name, of, ...expected) => {
    expect(verdictsOf(of)).toEqual(expected);
  });

  it("who hears every message hears one that names them, also without wanting mentions apart", () => {
    const settings = { ...everyCause, causes: ["message" as const] };
    expect(verdictOn("mention", { settings })).toBe("sound");
    expect(verdictOn("mention", { settings, place: mentions })).toBe(
      "not_wanted",
    );
  });

  it("do not disturb lasts until its end", () => {
    const until = (doNotDisturbUntil: string) => ({
      settings: { ...everyCause, doNotDisturbUntil },
    });
    expect(verdictOn("call", until(later))).toBe("do_not_disturb");
    expect(verdictOn("call", until(earlier))).toBe("sound");
  });

  it("sounds of messages and calls are switched apart", () => {
    const sounds = { message: null, call: "pulse" } as const;
    const settings = { ...everyCause, sounds };
    expect(verdictOn("message", { settings })).toBe("shown");
    expect(verdictOn("call", { settings })).toBe("sound");
  });

  it("a conversation that was given a sound of its own has that, silence too", () => {
    const soundIn = (sounds: ConversationSounds, cause: NotificationCause) => {
      const verdict = decideNotification({
        cause,
        place: { ...all, sounds },
        settings: everyCause,
        isDoNotDisturb: false,
        isInCall: false,
        now,
      });
      return verdict.kind === "told" ? verdict.sound : "not told";
    };
    expect(soundIn({ message: "knock" }, "mention")).toBe("knock");
    expect(soundIn({ message: "knock" }, "call")).toBe("bells");
    expect(soundIn({ call: "marimba" }, "call")).toBe("marimba");
    expect(soundIn({ message: null }, "reply")).toBeNull();
  });
});

describe("quiet hours", () => {
  const isQuiet = (
    at: string,
    quietHours: NotificationSettings["quietHours"],
    timeZone = "Europe/Moscow",
  ) =>
    verdictOn("message", {
      now: new Date(at),
      settings: { ...everyCause, timeZone, quietHours },
    }) === "quiet_hours";

  it.each([
    ["2026-03-04T18:59:00.000Z", false],
    ["2026-03-04T19:00:00.000Z", true],
    ["2026-03-05T04:59:00.000Z", true],
    ["2026-03-05T05:00:00.000Z", false],
  ])("from 22 to 8 in Moscow: at %s %s", (at, expected) => {
    expect(isQuiet(at, night)).toBe(expected);
  });

  it("belong to the day they begin on", () => {
    const fridays = { ...night, days: [5] };
    expect(isQuiet("2026-03-06T20:00:00.000Z", fridays)).toBe(true);
    expect(isQuiet("2026-03-07T01:00:00.000Z", fridays)).toBe(true);
    expect(isQuiet("2026-03-07T20:00:00.000Z", fridays)).toBe(false);
    expect(isQuiet("2026-03-06T01:00:00.000Z", fridays)).toBe(false);
  });

  it("may be whole days", () => {
    const weekend = { from: "00:00", to: "24:00", days: [6, 7] };
    expect(isQuiet("2026-03-07T09:00:00.000Z", weekend)).toBe(true);
    expect(isQuiet("2026-03-09T09:00:00.000Z", weekend)).toBe(false);
  });

  it("keep to the wall clock when summer time begins", () => {
    // In Berlin 22:00 is 21:00Z before the last Sunday of March and 20:00Z after it.
    const zone = "Europe/Berlin";
    expect(isQuiet("2026-03-27T20:30:00.000Z", night, zone)).toBe(false);
    expect(isQuiet("2026-03-29T20:30:00.000Z", night, zone)).toBe(true);
  });
});
