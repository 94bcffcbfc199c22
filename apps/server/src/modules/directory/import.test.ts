import { describe, expect, it } from "vitest";
import type { ImportReport, Person, PersonCard } from "@veche/contracts";
import {
  openDirectory,
  type DirectoryWorld,
} from "../../../tests/directory.ts";

async function openCompany() {
  const world = await openDirectory();
  await world.hire("admin", "Admin", ["admin", "employee"]);
  const anna = await world.hire("anna", "Анна Белова");
  const send = (
    text: string | Buffer,
    { apply = false, login = "admin" } = {},
  ) =>
    world.ask(login, {
      method: "POST",
      path: `/api/v1/people/import?apply=${apply}`,
      body: text,
      headers: { "content-type": "text/csv" },
    });
  const report = async (
    text: string | Buffer,
    how: "try" | "apply" = "try",
  ) => {
    const answer = await send(text, { apply: how === "apply" });
    expect(answer.status).toBe(200);
    return answer.json<ImportReport>();
  };
  return { world, anna, send, report };
}

const find = async (world: DirectoryWorld, text: string) => {
  const answer = await world.ask("anna", {
    path: `/api/v1/people?text=${encodeURIComponent(text)}`,
  });
  return answer.json<{ items: readonly Person[] }>().items;
};

const list = [
  "Логин;ФИО;E-mail;Телефон;Должность;Отдел;Руководитель;Теги;Кабинет",
  "anna;Анна Белова;anna@firma.ru;;Бухгалтер;Финансы / Учёт;oleg;дежурные, аудит;12",
  "Oleg;Олег Орлов;oleg@firma.ru;+7 900 111-22-33;Директор;Финансы;;;1",
  "",
].join("\r\n");

describe("columns that somebody puts right", () => {
  const strange = "Кто;ФИО;Где сидит\nanna;Анна Белова;12\nboris;Boris;14\n";
  const ask = (world: DirectoryWorld, path: string) =>
    world.ask("admin", {
      method: "POST",
      path: `/api/v1/people/import${path}`,
      body: strange,
      headers: { "content-type": "text/csv" },
    });

  it("are shown with what they seem to be", async () => {
    const { world } = await openCompany();
    await using _world = world;
    expect((await ask(world, "/columns")).json()).toEqual({
      columns: [
        { heading: "Кто", column: null, samples: ["anna", "boris"] },
        { heading: "ФИО", column: "name", samples: ["Анна Белова", "Boris"] },
        { heading: "Где сидит", column: null, samples: ["12", "14"] },
      ],
      rowCount: 2,
    });
  });

  it("are taken as they are told, one by one", async () => {
    const { world } = await openCompany();
    await using _world = world;
    expect((await ask(world, "")).status).toBe(422);
    const told = await ask(world, "?columns=login,name,");
    expect(told.json<ImportReport>()).toMatchObject({
      created: 1,
      unchanged: 1,
      ignoredColumns: ["Где сидит"],
    });
    for (const columns of ["login,name", "login,login,", "name,,", "login,x,"])
      expect((await ask(world, `?columns=${columns}`)).status).toBe(400);
  });
});

describe("a list of people", () => {
  it("is tried first: it tells what would happen and changes nothing", async () => {
    const { world, report } = await openCompany();
    await using _world = world;
    expect(await report(list)).toEqual({
      isApplied: false,
      rowCount: 2,
      created: 1,
      changed: 1,
      unchanged: 0,
      newDepartments: ["Финансы", "Финансы / Учёт"],
      newTags: ["дежурные", "аудит"],
      ignoredColumns: ["Кабинет"],
      problems: [],
      problemCount: 0,
    });
    expect(await find(world, "олег")).toEqual([]);
  });

  it("is taken whole: people, departments, managers, tags", async () => {
    const { world, anna, report } = await openCompany();
    await using _world = world;
    expect(await report(list, "apply")).toMatchObject({
      isApplied: true,
      created: 1,
      changed: 1,
    });
    const [oleg] = await find(world, "oleg@firma.ru");
    expect(oleg).toMatchObject({
      name: "Олег Орлов",
      detail: "Директор · Финансы",
    });
    const card = await world.ask("anna", { path: `/api/v1/people/${anna.id}` });
    expect(card.json<PersonCard>()).toMatchObject({
      email: "anna@firma.ru",
      position: "Бухгалтер",
      departments: [{ name: "Финансы" }, { name: "Учёт" }],
      manager: { name: "Олег Орлов" },
      tags: [{ name: "аудит" }, { name: "дежурные" }],
    });
    expect((await find(world, "аудит")).map(({ name }) => name)).toEqual([
      "Анна Белова",
    ]);
    expect((await world.test.outboxEvents()).at(-1)).toMatchObject({
      type: "people.imported",
      created: 1,
      changed: 1,
    });
  });

  it("taken twice changes nothing the second time", async () => {
    const { world, report } = await openCompany();
    await using _world = world;
    await report(list, "apply");
    expect(await report(list)).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 2,
      newDepartments: [],
      newTags: [],
    });
  });

  it("makes people who cannot sign in before they have a password", async () => {
    const { world, report } = await openCompany();
    await using _world = world;
    await report("login,name\nnina,Nina", "apply");
    const [nina] = await find(world, "nina");
    expect(nina?.isDisabled).toBe(false);
    const rows = await world.test.database.db
      .selectFrom("users")
      .select("passwordHash")
      .where("login", "=", "nina")
      .execute();
    expect(rows).toEqual([{ passwordHash: "!" }]);
  });

  it("leaves what an empty cell stands for, and clears what a hyphen stands for", async () => {
    const { world, anna, report } = await openCompany();
    await using _world = world;
    await report(list, "apply");
    await report(
      "login,email,position,department,tags\nanna,,-,-,-\n",
      "apply",
    );
    const card = await world.ask("anna", { path: `/api/v1/people/${anna.id}` });
    expect(card.json<PersonCard>()).toMatchObject({
      email: "anna@firma.ru",
      position: null,
      departments: [],
      tags: [],
    });
  });

  it("with anything wrong in it is not taken, and says where", async () => {
    const { world, report } = await openCompany();
    await using _world = world;
    const wrong = [
      "login,name,email,manager,timeZone",
      "nina,Nina,not an address,nobody,Europe/Atlantis",
      "oleg,,,,",
      'nina,"Nina, again",,nina,',
      ",Nobody,,,",
    ].join("\n");
    const answer = await report(wrong, "apply");
    expect(answer.isApplied).toBe(false);
    expect(
      answer.problems.map(
        ({ line, column, problem }) => `${line} ${column} ${problem}`,
      ),
    ).toEqual([
      "2 email invalid",
      "2 timeZone invalid",
      "2 manager unknown",
      "3 name missing",
      "4 manager invalid",
      "4 login repeated",
      "5 login missing",
    ]);
    expect(await find(world, "nina")).toEqual([]);
  });

  it("may come from a spreadsheet that knows no UTF-8, with a byte order mark, or with tabs", async () => {
    const { world, report } = await openCompany();
    await using _world = world;
    // "login;name\nnina;Нина" as Windows writes it.
    const cyrillic = Buffer.concat([
      Buffer.from("login;name\nnina;"),
      Buffer.from([0xcd, 0xe8, 0xed, 0xe0]),
    ]);
    await report(cyrillic, "apply");
    expect((await find(world, "нина")).map(({ name }) => name)).toEqual([
      "Нина",
    ]);
    expect(await report("\uFEFFlogin\tname\nnina\tНина")).toMatchObject({
      unchanged: 1,
    });
  });

  it.each([
    ["without logins", "name\nNina"],
    ["with two columns of one meaning", "login,name,ФИО\na,b,c"],
    ["with rows that don't fit the headings", "login,name\na,b,c"],
    ["with a quote that never closes", 'login,name\na,"b'],
    ["of nothing", " "],
  ])("is refused %s", async (_what, text) => {
    const { world, send } = await openCompany();
    await using _world = world;
    const answer = await send(text);
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({ code: "people.list_unreadable" });
  });

  it("is taken from administrators alone", async () => {
    const { world, send } = await openCompany();
    await using _world = world;
    expect((await send(list, { login: "anna" })).status).toBe(403);
  });
});
