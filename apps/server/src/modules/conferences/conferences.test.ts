import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type {
  ClientId,
  Conference,
  ConferenceId,
  ConferencePlan,
  ConferenceSchedule,
  ConversationId,
} from "@veche/contracts";
import { newClientId } from "../../../tests/conversations.ts";
import {
  openConferences,
  type Answer,
  type ConferencesWorld,
} from "../../../tests/conferences.ts";
import { serverActor } from "../../platform/db/database.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

let world: ConferencesWorld;
let anna: UserPrincipal;
let boris: UserPrincipal;
let vera: UserPrincipal;

beforeEach(async () => {
  world = await openConferences();
  [anna, boris, vera] = [
    world.user("Anna"),
    world.user("Boris"),
    world.user("Vera"),
  ];
});
afterEach(() => world[Symbol.asyncDispose]());

const weekly: ConferenceSchedule = {
  startsAtLocal: "2026-03-16T10:00",
  timeZone: "Europe/Berlin",
  durationMinutes: 60,
  repeat: {
    every: "week",
    interval: 1,
    weekdays: ["MO"],
    count: null,
    until: null,
  },
};
const march = {
  from: "2026-03-01T00:00:00.000Z",
  to: "2026-04-01T00:00:00.000Z",
};

const planned = (
  by: UserPrincipal,
  part: Partial<ConferencePlan> = {},
  clientId: ClientId = newClientId(),
): Promise<Answer<Conference>> =>
  world.as(by, "createConference", { body: { clientId, plan: plan(part) } });

const plan = (part: Partial<ConferencePlan>): ConferencePlan => ({
  title: "Monday talk",
  about: null,
  schedule: weekly,
  invitees: [{ userId: boris.id, isOrganiser: false }],
  outside: [],
  ...{ hasLobby: false, presenters: "everybody", isRecorded: false },
  ...part,
});

const calendar = async (of: UserPrincipal) => {
  const { body } = await world.as(of, "listOccurrences", { query: march });
  return body.items;
};
const starts = async (of: UserPrincipal) =>
  (await calendar(of)).map(({ startsAt }) => startsAt);
const membersOf = async (conversationId: ConversationId) =>
  (await world.chats.presentMembers(conversationId)).map(({ name }) => name);
const mondays = [
  "2026-03-16T09:00:00.000Z",
  "2026-03-23T09:00:00.000Z",
  "2026-03-30T08:00:00.000Z",
] as const;

describe("a planned conference", () => {
  it("stands in the calendars of those invited, over the change of the clocks, and has a conversation", async () => {
    const { status, body } = await planned(anna);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      title: "Monday talk",
      schedule: weekly,
      mayChange: true,
      invitees: [
        { name: "Anna", isOrganiser: true, answer: "yes" },
        { name: "Boris", isOrganiser: false, answer: "open" },
      ],
    });
    for (const one of [anna, boris]) expect(await starts(one)).toEqual(mondays);
    expect(await calendar(vera)).toEqual([]);
    expect(await membersOf(body.conversationId)).toEqual(["Anna", "Boris"]);
    expect((await calendar(boris))[0]).toMatchObject({
      mayChange: false,
      myAnswer: "open",
      isRepeating: true,
    });
  });

  it("that is sent twice, even at once, is one", async () => {
    const clientId = newClientId();
    const all = await Promise.all([
      planned(anna, {}, clientId),
      planned(anna, {}, clientId),
    ]);
    all.push(await planned(anna, {}, clientId));
    expect(new Set(all.map(({ body }) => body.id)).size).toBe(1);
    expect(await starts(anna)).toEqual(mondays);
  });

  it("without a time is a lasting room beside the calendar", async () => {
    const { body } = await planned(anna, { schedule: null, title: "Lounge" });
    expect(await calendar(boris)).toEqual([]);
    const rooms = await world.as(boris, "listConferenceRooms", {});
    expect(rooms.body.items).toEqual([
      { id: body.id, title: "Lounge", conversationId: body.conversationId },
    ]);
  });

  it.each([
    ["/plan/title", { title: "  " }],
    [
      "/plan/schedule/timeZone",
      { schedule: { ...weekly, timeZone: "Mars/Base" } },
    ],
    [
      "/plan/schedule/startsAtLocal",
      { schedule: { ...weekly, startsAtLocal: "2026-03-29T02:30" } },
    ],
    [
      "/plan/schedule/startsAtLocal",
      { schedule: { ...weekly, startsAtLocal: "2026-02-30T10:00" } },
    ],
    [
      "/plan/schedule/repeat/weekdays",
      { schedule: { ...weekly, startsAtLocal: "2026-03-17T10:00" } },
    ],
  ] as const)("is refused when %s is wrong", async (path, part) => {
    const { status, code, issues } = await planned(anna, part);
    expect({ status, code, issues }).toEqual({
      status: 400,
      code: "request.invalid",
      issues: [path],
    });
    expect(await calendar(anna)).toEqual([]);
  });

  it("invites nobody who isn't there", async () => {
    const stranger = world.user("Gone");
    world.dismiss(stranger);
    const { code } = await planned(anna, {
      invitees: [{ userId: stranger.id, isOrganiser: false }],
    });
    expect(code).toBe("request.not_found");
    expect(await calendar(anna)).toEqual([]);
  });

  it("is asked of the calendar for 62 days at most", async () => {
    const query = { from: march.from, to: "2026-05-03T00:00:00.000Z" };
    const { code } = await world.as(anna, "listOccurrences", { query });
    expect(code).toBe("request.invalid");
  });
});

describe("an answer", () => {
  it("is seen by all who are invited, and opened anew by another time", async () => {
    const { body } = await planned(anna);
    const params = { conferenceId: body.id };
    const said = await world.as(boris, "answerConference", {
      params,
      body: { answer: "maybe" },
    });
    expect(said.status).toBe(204);
    const answers = async () =>
      (await world.as(anna, "getConference", { params })).body.invitees.map(
        ({ answer }) => answer,
      );
    expect(await answers()).toEqual(["yes", "maybe"]);
    const update = (part: Partial<ConferencePlan>) =>
      world.as(anna, "updateConference", { params, body: plan(part) });
    await update({ title: "Another name" });
    expect(await answers()).toEqual(["yes", "maybe"]);
    await update({ schedule: { ...weekly, durationMinutes: 30 } });
    expect(await answers()).toEqual(["yes", "open"]);
  });
});

describe("whoever is not an organiser", () => {
  const tries = (by: UserPrincipal, conferenceId: ConferenceId) => {
    const params = { conferenceId };
    return Promise.all([
      world.as(by, "updateConference", {
        params,
        body: plan({ title: "Mine" }),
      }),
      world.as(by, "cancelConference", { params }),
      world.as(by, "changeOccurrence", {
        params: { conferenceId, originalAt: mondays[1] },
        body: { movedTo: null },
      }),
    ]);
  };

  it("changes nothing, and learns nothing without being invited", async () => {
    const { body } = await planned(anna);
    const codesOf = async (by: UserPrincipal) =>
      (await tries(by, body.id)).map(({ code }) => code);
    expect(await codesOf(boris)).toEqual(
      Array(3).fill("conference.not_organiser"),
    );
    expect(await codesOf(vera)).toEqual(Array(3).fill("conference.not_found"));
    const params = { conferenceId: body.id };
    const look = await world.as(vera, "getConference", { params });
    expect(look.code).toBe("conference.not_found");
    const answer = { answer: "yes" } as const;
    const said = await world.as(vera, "answerConference", {
      params,
      body: answer,
    });
    expect(said.code).toBe("conference.not_found");
    expect(await starts(anna)).toEqual(mondays);
  });
});

describe("one occurrence", () => {
  it("is moved and called off alone, until the whole is planned at another time", async () => {
    const { body } = await planned(anna);
    const change = (originalAt: string, movedTo: object | null) =>
      world.as(anna, "changeOccurrence", {
        params: { conferenceId: body.id, originalAt },
        body: { movedTo } as never,
      });
    await change(mondays[0], null);
    const moved = { startsAtLocal: "2026-03-24T15:00", durationMinutes: 30 };
    expect((await change(mondays[1], moved)).status).toBe(204);
    expect(await calendar(boris)).toMatchObject([
      {
        originalAt: mondays[1],
        startsAt: "2026-03-24T14:00:00.000Z",
        endsAt: "2026-03-24T14:30:00.000Z",
        isMoved: true,
      },
      { startsAt: mondays[2], isMoved: false },
    ]);
    const params = { conferenceId: body.id };
    const later = { ...weekly, startsAtLocal: "2026-03-16T12:00" };
    await world.as(anna, "updateConference", {
      params,
      body: plan({ schedule: later }),
    });
    expect(await starts(boris)).toEqual(
      mondays.map((at) =>
        at.replace(
          /T0(\d)/,
          (_, h: string) => `T${String(Number(h) + 2).padStart(2, "0")}`,
        ),
      ),
    );
  });

  it("that the rule does not have is refused", async () => {
    const { body } = await planned(anna);
    const { code } = await world.as(anna, "changeOccurrence", {
      params: { conferenceId: body.id, originalAt: "2026-03-17T09:00:00.000Z" },
      body: { movedTo: null },
    });
    expect(code).toBe("conference.occurrence_unknown");
  });

  it("that was moved behind the last one is still shown", async () => {
    const { body } = await planned(anna, {
      schedule: { ...weekly, repeat: null },
    });
    await world.as(anna, "changeOccurrence", {
      params: { conferenceId: body.id, originalAt: mondays[0] },
      body: {
        movedTo: { startsAtLocal: "2026-03-27T10:00", durationMinutes: 60 },
      },
    });
    const { body: late } = await world.as(boris, "listOccurrences", {
      query: { from: "2026-03-27T00:00:00.000Z", to: march.to },
    });
    expect(late.items).toHaveLength(1);
  });
});

describe("its conversation", () => {
  it("follows the title and the people", async () => {
    const { body } = await planned(anna);
    const { conversationId, id } = body;
    await world.as(anna, "updateConference", {
      params: { conferenceId: id },
      body: plan({
        title: "Tuesday talk",
        invitees: [{ userId: vera.id, isOrganiser: true }],
      }),
    });
    expect(await membersOf(conversationId)).toEqual(["Anna", "Vera"]);
    const view = await world.chats.syncSource.conversation(
      conversationId,
      vera.id,
    );
    expect(view?.title).toBe("Tuesday talk");
    expect(await calendar(boris)).toEqual([]);
    expect((await calendar(vera))[0]).toMatchObject({ mayChange: true });
  });

  it("stays when the conference is called off", async () => {
    const { body } = await planned(anna);
    const params = { conferenceId: body.id };
    await world.as(anna, "cancelConference", { params });
    expect(await calendar(boris)).toEqual([]);
    const look = await world.as(boris, "getConference", { params });
    expect(look.code).toBe("conference.not_found");
    expect(await membersOf(body.conversationId)).toEqual(["Anna", "Boris"]);
    const facts = (await world.test.outboxEvents()).map(({ type }) => type);
    expect(facts).toEqual([
      "group.created",
      "conference.planned",
      "conference.cancelled",
    ]);
  });
});

describe("somebody who leaves the company", () => {
  it("takes along what they were invited to, and is out of all of it", async () => {
    const { body } = await planned(anna);
    const told: unknown[] = [];
    for await (const one of world.conferences.tellPlans(boris.id))
      told.push(one);
    expect(told).toMatchObject([{ title: "Monday talk", answer: "open" }]);
    const erased = await world.test.database.transact(serverActor, (unit) =>
      world.conferences.erasePlaces(unit, { userId: boris.id }),
    );
    expect(erased).toBe(1);
    expect(await calendar(boris)).toEqual([]);
    const params = { conferenceId: body.id };
    const { body: left } = await world.as(anna, "getConference", { params });
    expect(left.invitees.map(({ name }) => name)).toEqual(["Anna"]);
  });
});

describe("letters", () => {
  const told = () =>
    world.letters.map(({ to, subject, calendar: appointment }) => ({
      ...{ to, subject },
      method: appointment?.method,
      sequence: /SEQUENCE:(\d+)/.exec(appointment?.content ?? "")?.[1],
    }));

  it("invite, tell of changes with a greater sequence, and cancel, all but the one who does it", async () => {
    const { body } = await planned(anna);
    const params = { conferenceId: body.id };
    await world.as(anna, "changeOccurrence", {
      params: { ...params, originalAt: mondays[0] },
      body: { movedTo: null },
    });
    await world.as(anna, "updateConference", {
      params,
      body: plan({
        title: "Tuesday talk",
        invitees: [
          { userId: boris.id, isOrganiser: false },
          { userId: vera.id, isOrganiser: false },
        ],
      }),
    });
    await world.as(anna, "updateConference", {
      params,
      body: plan({
        title: "Tuesday talk",
        invitees: [{ userId: vera.id, isOrganiser: false }],
      }),
    });
    await world.as(anna, "cancelConference", { params });
    const [borises, veras] = ["boris@example.com", "vera@example.com"];
    const letter = (to: string, subject: string, sequence: string) => ({
      ...{ to, subject, sequence },
      method: subject.startsWith("Cancelled") ? "CANCEL" : "REQUEST",
    });
    expect(told()).toEqual([
      letter(borises, "Invitation: Monday talk", "0"),
      letter(borises, "Cancelled once: Monday talk", "1"),
      letter(veras, "Invitation: Tuesday talk", "2"),
      letter(borises, "Changed conference: Tuesday talk", "2"),
      letter(veras, "Changed conference: Tuesday talk", "3"),
      letter(borises, "Cancelled conference: Tuesday talk", "3"),
      letter(veras, "Cancelled conference: Tuesday talk", "4"),
    ]);
    expect(world.letters[0]?.text).toContain(
      `http://veche.test/conferences/${body.id}`,
    );
  });

  it("are not sent by what changes nothing, or is refused", async () => {
    const { body } = await planned(anna);
    const params = { conferenceId: body.id };
    await world.as(anna, "updateConference", { params, body: plan({}) });
    await world.as(boris, "cancelConference", { params });
    expect(told()).toHaveLength(1);
  });
});

describe("people outside the company", () => {
  const olga = "olga@elsewhere.example";
  const outside = ["Olga@Elsewhere.example", olga];
  const linkTo = (letter: number, answer: string): string =>
    new RegExp(`http://veche.test/letters/answer/[^/]+/${answer}`).exec(
      world.letters[letter]?.text ?? "",
    )?.[0] ?? "";
  const answers = async (by: UserPrincipal, id: Conference["id"]) => {
    const params = { conferenceId: id };
    const { body } = await world.as(by, "getConference", { params });
    return [
      ...body.outside,
      ...body.invitees.map(({ name, answer }) => ({ name, answer })),
    ];
  };

  it("get a letter of their own with the guests' link, and learn of nobody but the organiser", async () => {
    const { body } = await planned(anna, { outside });
    expect(body.outside).toEqual([{ email: olga, answer: "open" }]);
    const letter = world.letters.find(({ to }) => to === olga);
    expect(letter?.text).toContain(body.guestUrl);
    expect(letter?.calendar?.content).toContain("mailto:anna@example.com");
    expect(JSON.stringify(letter).toLowerCase()).not.toContain("boris");
  });

  it("answer by the link in the letter, once they press the button", async () => {
    const { body } = await planned(anna, { outside });
    const [borises, olgas] = [linkTo(0, "no"), linkTo(1, "yes")];
    expect(await world.follow(olgas, "GET")).toMatchObject({ status: 200 });
    expect(await answers(boris, body.id)).toContainEqual({
      ...{ email: olga, answer: "open" },
    });
    await world.follow(olgas, "POST");
    await world.follow(borises, "POST");
    expect(await answers(anna, body.id)).toEqual(
      expect.arrayContaining([
        { email: olga, answer: "yes" },
        { name: "Boris", answer: "no" },
        { name: "Anna", answer: "yes" },
      ]),
    );
    const forged = olgas.replace("outsider", "user");
    expect(await world.follow(forged, "POST")).toMatchObject({ status: 404 });
    await world.as(anna, "cancelConference", {
      params: { conferenceId: body.id },
    });
    expect(await world.follow(olgas, "POST")).toMatchObject({ status: 404 });
  });

  it("answer by a link no longer than 90 days", async () => {
    await planned(anna, { outside });
    const link = linkTo(1, "maybe");
    world.clock.advance(89 * 86_400_000);
    expect(await world.follow(link, "GET")).toMatchObject({ status: 200 });
    world.clock.advance(2 * 86_400_000);
    expect(await world.follow(link, "GET")).toMatchObject({ status: 404 });
  });

  it("keep their link and their answer through changes, and are told of each in order", async () => {
    const { body } = await planned(anna, { outside });
    const params = { conferenceId: body.id };
    await world.follow(linkTo(1, "maybe"), "POST");
    const changed = await world.as(anna, "updateConference", {
      params,
      body: plan({ title: "Talk", outside: [olga, "ivan@elsewhere.example"] }),
    });
    expect(changed.body.guestUrl).toBe(body.guestUrl);
    expect(changed.body.outside).toContainEqual({
      ...{ email: olga, answer: "maybe" },
    });
    await world.as(anna, "changeOccurrence", {
      params: { ...params, originalAt: mondays[0] },
      body: { movedTo: null },
    });
    await world.as(anna, "updateConference", {
      params,
      body: plan({ title: "Talk" }),
    });
    const told = world.letters
      .filter(({ to }) => to === olga)
      .map(({ subject, calendar: appointment }) => [
        subject,
        appointment?.method,
        /SEQUENCE:(\d+)/.exec(appointment?.content ?? "")?.[1],
        appointment?.content.includes("RECURRENCE-ID"),
      ]);
    expect(told).toEqual([
      ["Invitation: Monday talk", "REQUEST", "0", false],
      ["Changed conference: Talk", "REQUEST", "1", false],
      ["Cancelled once: Talk", "CANCEL", "2", true],
      ["Cancelled conference: Talk", "CANCEL", "3", false],
    ]);
  });
});

describe("the link for guests", () => {
  it("is made, replaced and ended by organisers alone", async () => {
    const { body } = await planned(anna);
    const params = { conferenceId: body.id };
    expect(body.guestUrl).toBeNull();
    const made = await world.as(anna, "makeGuestLink", { params });
    const another = await world.as(anna, "makeGuestLink", { params });
    expect(another.body.guestUrl).toContain("http://veche.test/meet/");
    expect(another.body.guestUrl).not.toBe(made.body.guestUrl);
    const refused = await world.as(boris, "revokeGuestLink", { params });
    expect(refused.code).toBe("conference.not_organiser");
    await world.as(anna, "revokeGuestLink", { params });
    const { body: left } = await world.as(boris, "getConference", { params });
    expect(left.guestUrl).toBeNull();
  });

  it("has a password that nobody is shown, kept through changes that don't name it", async () => {
    const { body } = await planned(anna, { password: "open up" });
    expect(body.hasPassword).toBe(true);
    expect(JSON.stringify(body)).not.toContain("argon2");
    const params = { conferenceId: body.id };
    const change = async (part: Partial<ConferencePlan>) =>
      (await world.as(anna, "updateConference", { params, body: plan(part) }))
        .body.hasPassword;
    expect(await change({ title: "Talk" })).toBe(true);
    expect(await change({ password: null })).toBe(false);
  });
});
