import { afterEach, beforeEach, expect, it } from "vitest";
import type { ClientId, Conference, GuestStay } from "@veche/contracts";
import {
  openConferences,
  type ConferencesWorld,
} from "../../../tests/conferences.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

let world: ConferencesWorld;
let anna: UserPrincipal;
beforeEach(async () => {
  world = await openConferences();
  anna = world.user("Anna");
});
afterEach(() => world[Symbol.asyncDispose]());

async function planned(password: string | null): Promise<Conference> {
  const { body } = await world.as(anna, "createConference", {
    body: {
      clientId: "0190a000-0000-4000-8000-000000000001" as ClientId,
      plan: {
        ...{ title: "Talk", about: null, schedule: null, invitees: [] },
        ...{ outside: ["olga@elsewhere.example"], password },
        ...{ hasLobby: false, presenters: "everybody", isRecorded: false },
      },
    },
  });
  return body;
}

const tokenOf = ({ guestUrl }: Conference): string =>
  guestUrl?.split("/").at(-1) ?? "";
const enter = (conference: Conference, password?: string) =>
  world.as(undefined, "enterAsGuest", {
    params: { token: tokenOf(conference) },
    body: {
      ...{ name: " Olga\u2028", language: "ru" },
      ...(password !== undefined && { password }),
    },
  });
const inside = async ({ conversationId }: Pick<GuestStay, "conversationId">) =>
  (await world.chats.presentMembers(conversationId)).map(({ kind, name }) => [
    kind,
    name,
  ]);

it("whoever has the link comes in by a name, and is a guest in that conversation alone", async () => {
  const conference = await planned(null);
  const { status, body } = await enter(conference);
  expect(status).toBe(201);
  expect(await inside(conference)).toEqual([
    ["user", "Anna"],
    ["guest", "Olga"],
  ]);
  expect(await world.guests.resolveGuest(body.guestToken)).toMatchObject({
    ...{ kind: "guest", name: "Olga", language: "ru" },
    conversationId: conference.conversationId,
  });
  const params = { conferenceId: conference.id };
  const asked = await world.as(body.guestToken, "getConference", { params });
  expect(asked.code).toBe("auth.forbidden");
});

it("the password is asked for, and is not found by trying", async () => {
  const conference = await planned("open up");
  const { body } = await world.as(undefined, "lookAtGuestDoor", {
    params: { token: tokenOf(conference) },
  });
  expect(body).toEqual({ title: "Talk", startsAt: null, hasPassword: true });
  expect((await enter(conference)).code).toBe("guest.password_wrong");
  for (let tries = 1; tries < 10; tries += 1)
    expect((await enter(conference, "wrong")).status).toBe(403);
  expect((await enter(conference, "open up")).code).toBe(
    "request.rate_limited",
  );
  world.clock.advance(10_000);
  expect((await enter(conference, "open up")).status).toBe(201);
});

it("a stay ends with its link, by leaving, with the conference and with its time", async () => {
  const conference = await planned(null);
  const params = { conferenceId: conference.id };
  const { body: first } = await enter(conference);
  const { body: renewed } = await world.as(anna, "makeGuestLink", { params });
  expect(await world.guests.resolveGuest(first.guestToken)).toBeUndefined();
  expect((await enter(conference)).code).toBe("guest.link_ended");

  const { body: second } = await enter(renewed);
  await world.as(second.guestToken, "leaveAsGuest", {});
  const { body: third } = await enter(renewed);
  world.clock.advance(12 * 3_600_000);
  expect(await world.guests.resolveGuest(third.guestToken)).toBeUndefined();

  const { body: fourth } = await enter(renewed);
  await world.as(anna, "cancelConference", { params });
  expect(await world.guests.resolveGuest(fourth.guestToken)).toBeUndefined();
  expect(await inside(conference)).toContainEqual(["user", "Anna"]);
  expect(world.cut).toEqual(
    expect.arrayContaining([first.me.id, second.me.id, fourth.me.id]),
  );
});
