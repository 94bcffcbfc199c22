import { describe, expect, it } from "vitest";
import type {
  Conference,
  ConferenceId,
  ConversationId,
  UserId,
} from "@veche/contracts";
import { draftOf, newDraft, planOf, problemsOf } from "./plan-draft.ts";
import { instantIn, wallIn } from "./zoned-time.ts";

const [anna, boris] = ["anna", "boris"] as [UserId, UserId];
const draft = {
  ...newDraft("2026-11-23T10:00", 60),
  title: " Monday talk ",
  timeZone: "Europe/Moscow",
};

describe("a conference in its form", () => {
  it("is sent as it is meant, the weekday of its beginning among those of the rule", () => {
    const plan = planOf({ ...draft, repeat: "week", weekdays: ["WE"] });
    expect(plan).toEqual({
      title: "Monday talk",
      about: null,
      schedule: {
        startsAtLocal: "2026-11-23T10:00",
        timeZone: "Europe/Moscow",
        durationMinutes: 60,
        repeat: {
          every: "week",
          interval: 1,
          weekdays: ["MO", "WE"],
          until: null,
          count: null,
        },
      },
      invitees: [],
      outside: [],
      ...{ hasLobby: false, presenters: "everybody", isRecorded: false },
      password: null,
    });
  });

  it("comes back from the server unchanged, without the one who began it", () => {
    const plan = planOf({
      ...draft,
      ...{ repeat: "month", end: "count", count: 4 },
      people: [{ userId: boris, name: "Boris", isOrganiser: true }],
      outside: ["olga@elsewhere.example"],
      hasPassword: true,
    });
    const conference: Conference = {
      ...plan,
      outside: [{ email: "olga@elsewhere.example", answer: "yes" }],
      hasPassword: true,
      guestUrl: null,
      id: "one" as ConferenceId,
      conversationId: "room" as ConversationId,
      createdBy: anna,
      mayChange: true,
      invitees: [
        { userId: anna, name: "Anna", isOrganiser: true, answer: "yes" },
        { userId: boris, name: "Boris", isOrganiser: true, answer: "open" },
      ],
    };
    expect(planOf(draftOf(conference, "2026-01-01T00:00"))).toEqual(plan);
  });

  it("tells a password that is new, and that there is to be none", () => {
    const told = (part: Partial<typeof draft>) =>
      planOf({ ...draft, ...part }).password;
    expect(told({ hasPassword: true, password: "open up" })).toBe("open up");
    expect(told({ hasPassword: true })).toBeUndefined();
    expect(told({ password: "typed before" })).toBeNull();
  });

  it("is a room without a time", () => {
    expect(planOf({ ...draft, isRoom: true }).schedule).toBeNull();
    expect(problemsOf({ ...draft, isRoom: true, date: "" })).toEqual({});
  });

  it.each([
    [{ title: " " }, { title: true }],
    [{ time: "" }, { start: true }],
    [{ hasPassword: true, password: "abc" }, { password: true }],
    [{ hasPassword: true }, { password: true }],
    [{ hasPassword: true, hadPassword: true }, {}],
    [{ durationMinutes: 0 }, { duration: true }],
    [{ repeat: "day", end: "until", until: "2026-11-22" }, { until: true }],
    [{ repeat: "day", end: "count", count: 1 }, { count: true }],
  ] as const)("says what is wrong of %j", (part, problems) => {
    expect(problemsOf({ ...draft, ...part })).toEqual(problems);
  });
});

it("the clock of a zone is read both ways, over its changes", () => {
  for (const at of ["2026-07-01T08:00:00Z", "2026-12-01T09:00:00Z"]) {
    const wall = wallIn("Europe/Berlin", at);
    expect(wall.slice(11)).toBe("10:00");
    expect(instantIn("Europe/Berlin", wall)).toBe(Date.parse(at));
  }
});
