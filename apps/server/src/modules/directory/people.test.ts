import { describe, expect, it } from "vitest";
import type { Person, PersonCard, User } from "@veche/contracts";
import {
  openDirectory,
  type DirectoryWorld,
} from "../../../tests/directory.ts";

interface People {
  readonly items: readonly Person[];
  readonly nextAfter: string | null;
}

async function openCompany() {
  const world = await openDirectory();
  const admin = await world.hire("admin", "Администратор", [
    "admin",
    "employee",
  ]);
  const anna = await world.hire("anna", "Анна Белова");
  const sherbakov = await world.hire("ivan.s", "Иван Щербаков");
  const boris = await world.hire("boris", "Boris Clarke");
  await change(world, anna, {
    position: "Главный бухгалтер",
    company: "Ромашка",
    email: "a.belova@romashka.ru",
    phone: "+7 912 345-67-89",
    timeZone: "Europe/Moscow",
    workingHours: [{ day: 1, from: "09:00", to: "18:00" }],
    managerId: admin.id,
  });
  return { world, admin, anna, sherbakov, boris };
}

const change = (world: DirectoryWorld, user: User, body: object) =>
  world.ask("admin", {
    method: "PATCH",
    path: `/api/v1/people/${user.id}`,
    body,
  });

async function find(world: DirectoryWorld, text: string) {
  const answer = await world.ask("boris", {
    path: `/api/v1/people?text=${encodeURIComponent(text)}`,
  });
  expect(answer.status).toBe(200);
  return answer.json<People>().items.map(({ name }) => name);
}

describe("finding people (C20)", () => {
  it.each([
    ["the beginning of a name", "анн"],
    ["a second name", "белова"],
    ["Latin letters", "Belova"],
    ["the wrong keyboard layout", "tkjdf"],
    ["both names in any order", "белова анна"],
    ["a missing letter", "блова"],
    ["two letters exchanged", "беолва"],
    ["a position", "бухгалтер"],
    ["a company", "ромашка"],
    ["a domain", "romashka.ru"],
    ["an e-mail", "a.belova@romashka.ru"],
    ["a phone as it is dialled at home", "8 912 345-67-89"],
    ["the last digits of a phone", "67-89"],
    ["a login", "anna"],
    ["a login with its sign", "@anna"],
  ])("goes by %s", async (_what, text) => {
    const { world } = await openCompany();
    await using _world = world;
    expect(await find(world, text)).toEqual(["Анна Белова"]);
  });

  it("knows the spellings of one name in two alphabets", async () => {
    const { world } = await openCompany();
    await using _world = world;
    for (const text of ["Shcherbakov", "Scherbakov", "щербак", "shcerbakov"])
      expect(await find(world, text)).toEqual(["Иван Щербаков"]);
    expect(await find(world, "борис кларк")).toEqual(["Boris Clarke"]);
  });

  it("puts whose name begins so before who has the word elsewhere", async () => {
    const { world, sherbakov } = await openCompany();
    await using _world = world;
    await change(world, sherbakov, { position: "Помощник, Анна Белова" });
    expect(await find(world, "анна")).toEqual(["Анна Белова", "Иван Щербаков"]);
  });

  it("lists everybody by name when nothing is typed, and nobody for what nobody has", async () => {
    const { world } = await openCompany();
    await using _world = world;
    expect(await find(world, "")).toEqual([
      "Boris Clarke",
      "Администратор",
      "Анна Белова",
      "Иван Щербаков",
    ]);
    expect(await find(world, "%")).toEqual([]);
    expect(await find(world, "квазимодо")).toEqual([]);
  });

  it("shows a new name at once and leaves out whoever may no longer sign in", async () => {
    const { world, admin, boris } = await openCompany();
    await using _world = world;
    const actor = { id: admin.id, name: admin.name, address: null };
    await world.identity.updateUser(actor, {
      userId: boris.id,
      name: "Boris Barker",
    });
    await world.catchUp();
    expect(await find(world, "barker")).toEqual(["Boris Barker"]);
    expect(await find(world, "clarke")).toEqual([]);
    await world.identity.updateUser(actor, {
      userId: boris.id,
      isDisabled: true,
    });
    await world.catchUp();
    expect(await find(world, "barker")).toEqual([]);
  });

  it.each([
    ["of everybody", ""],
    ["of who has the word", "армии"],
    ["of who is like it", "амрии"],
  ])("shows a list %s page by page, each person once", async (_, text) => {
    const { world } = await openCompany();
    for (const number of [1, 2, 3, 4, 5])
      await world.hire(`clone${number}`, `Клон Армии ${number}`);
    const page = async (after: string | null) => {
      const words = encodeURIComponent(text);
      const on = after === null ? "" : `&after=${after}`;
      const answer = await world.ask("boris", {
        path: `/api/v1/people?limit=2&text=${words}${on}`,
      });
      return answer.json<People>();
    };
    const whole = await find(world, text);
    const told: string[] = [];
    let after: string | null = null;
    do {
      const { items, nextAfter }: People = await page(after);
      told.push(...items.map(({ name }) => name));
      after = nextAfter;
    } while (after !== null);
    expect(whole.length).toBeGreaterThanOrEqual(5);
    expect(told).toEqual(whole);
  });

  it("answers within the limits it was given", async () => {
    const { world } = await openCompany();
    await using _world = world;
    const two = await world.ask("anna", { path: "/api/v1/people?limit=2" });
    expect(two.json<People>().items).toHaveLength(2);
    const many = await world.ask("anna", { path: "/api/v1/people?limit=101" });
    expect(many.status).toBe(400);
  });
});

describe("a person's card (C19)", () => {
  it("shows everything to a colleague", async () => {
    const { world, anna, admin } = await openCompany();
    await using _world = world;
    const answer = await world.ask("boris", {
      path: `/api/v1/people/${anna.id}`,
    });
    expect(answer.json<PersonCard>()).toEqual({
      id: anna.id,
      name: "Анна Белова",
      login: "anna",
      detail: "Главный бухгалтер · Ромашка",
      photoId: null,
      isDisabled: false,
      position: "Главный бухгалтер",
      company: "Ромашка",
      departments: [],
      manager: { id: admin.id, name: "Администратор" },
      email: "a.belova@romashka.ru",
      domain: "romashka.ru",
      phone: "+7 912 345-67-89",
      workingHours: [{ day: 1, from: "09:00", to: "18:00" }],
      timeZone: "Europe/Moscow",
      tags: [],
      presence: {
        userId: anna.id,
        state: "offline",
        isInCall: false,
        text: null,
        until: null,
        lastSeenAt: null,
      },
    });
  });

  it("changes only what is named, and is written down", async () => {
    const { world, anna } = await openCompany();
    await using _world = world;
    const answer = await change(world, anna, { phone: null, position: "  " });
    expect(answer.json<PersonCard>()).toMatchObject({
      phone: null,
      position: null,
      company: "Ромашка",
    });
    expect((await world.test.outboxEvents()).at(-1)).toMatchObject({
      type: "person.changed",
      userId: anna.id,
      fields: "position phone",
      actor: { name: "Администратор" },
    });
  });

  it("lets a person change their own phone, hours and time zone, and nothing else", async () => {
    const { world } = await openCompany();
    await using _world = world;
    const own = (body: object) =>
      world.ask("boris", { method: "PATCH", path: "/api/v1/people/me", body });
    const done = await own({ phone: "12-34", timeZone: "Asia/Omsk" });
    expect(done.json<PersonCard>()).toMatchObject({
      phone: "12-34",
      timeZone: "Asia/Omsk",
    });
    expect((await own({ position: "Director" })).status).toBe(400);
  });

  it("is changed by administrators alone", async () => {
    const { world, anna } = await openCompany();
    await using _world = world;
    const path = `/api/v1/people/${anna.id}`;
    const body = { position: "Director" };
    const refused = await world.ask("boris", { method: "PATCH", path, body });
    expect(refused.status).toBe(403);
  });

  it.each([
    ["an unknown time zone", { timeZone: "Europe/Atlantis" }, "/timeZone"],
    [
      "an end before the beginning",
      { workingHours: [{ day: 1, from: "18:00", to: "09:00" }] },
      "/workingHours/0/to",
    ],
    [
      "an unknown manager",
      { managerId: "0190a000-0000-7000-8000-000000000099" },
      "/managerId",
    ],
    [
      "an unknown department",
      { departmentId: "0190a000-0000-7000-8000-000000000099" },
      "/departmentId",
    ],
  ])("refuses %s and changes nothing", async (_what, body, path) => {
    const { world, anna } = await openCompany();
    await using _world = world;
    const answer = await change(world, anna, { ...body, phone: "1111" });
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ issues: [{ path }] });
    expect(await find(world, "345-67-89")).toEqual(["Анна Белова"]);
  });

  it("of nobody is not there", async () => {
    const { world } = await openCompany();
    await using _world = world;
    const answer = await world.ask("anna", {
      path: "/api/v1/people/0190a000-0000-7000-8000-000000000099",
    });
    expect(answer.status).toBe(404);
  });
});

describe("a photo (C19)", () => {
  const photoId = "0190a000-0000-7000-8000-0000000000aa";
  const askPhotos = (world: DirectoryWorld, ...people: readonly User[]) =>
    world.ask("boris", {
      path: `/api/v1/people/photos?userIds=${people.map(({ id }) => id).join(",")}`,
    });

  it("is changed by its person, and seen at once by the staff who are connected", async () => {
    const { world, anna, boris } = await openCompany();
    await using _world = world;
    world.connect(boris);
    const set = await world.ask("anna", {
      method: "PATCH",
      path: "/api/v1/people/me",
      body: { photoId },
    });
    expect(set.json<PersonCard>().photoId).toBe(photoId);
    await expect
      .poll(() => world.notices)
      .toContainEqual({
        to: boris.id,
        notice: { type: "photo.changed", userId: anna.id, photoId },
      });
    expect((await askPhotos(world, anna, boris)).json()).toEqual({
      items: [{ userId: anna.id, photoId }],
    });
  });

  it("is asked for by ids alone", async () => {
    const { world } = await openCompany();
    await using _world = world;
    const nobody = { id: "-".repeat(36) } as unknown as User; // no id at all
    expect((await askPhotos(world, nobody)).json()).toEqual({ items: [] });
    const odd = await world.ask("boris", {
      path: "/api/v1/people/photos?userIds=me",
    });
    expect(odd.status).toBe(400);
  });
});

it("a language chosen on one device is told to all of its person's, and to nobody else", async () => {
  const { world, anna, boris } = await openCompany();
  await using _world = world;
  world.connect(anna);
  world.connect(boris);
  world.test.bus.dispatch([
    { type: "user.changed", userId: anna.id, fields: "language" },
  ]);
  const told = () =>
    world.notices.filter(({ notice }) => notice.type === "language.changed");
  await expect.poll(told).toEqual([
    {
      to: anna.id,
      notice: { type: "language.changed", language: anna.language },
    },
  ]);
});

it("an employee keeps no others' cards, no lists and no keys", async () => {
  const { world, anna } = await openCompany();
  await using _world = world;
  const csv = { "content-type": "text/csv" };
  const attempts = [
    { method: "PATCH", path: `people/${anna.id}`, body: { position: "Boss" } },
    { method: "POST", path: "people/import", body: "login\n", headers: csv },
    {
      method: "POST",
      path: "people/import/columns",
      body: "login\n",
      headers: csv,
    },
    { method: "GET", path: "scim-tokens" },
    { method: "POST", path: "scim-tokens", body: { name: "mine" } },
    {
      method: "DELETE",
      path: "scim-tokens/0190a000-0000-7000-8000-0000000000aa",
    },
    {
      method: "POST",
      path: "departments",
      body: { name: "Mine", parentId: null, managerId: null },
    },
    {
      method: "PATCH",
      path: "departments/0190a000-0000-7000-8000-0000000000aa",
      body: { name: "Mine" },
    },
    {
      method: "DELETE",
      path: "departments/0190a000-0000-7000-8000-0000000000aa",
    },
  ] as const;
  for (const { path, ...attempt } of attempts) {
    const answer = await world.ask("boris", {
      ...attempt,
      path: `/api/v1/${path}`,
    });
    expect([attempt.method, path, answer.status]).toEqual([
      attempt.method,
      path,
      403,
    ]);
  }
});
