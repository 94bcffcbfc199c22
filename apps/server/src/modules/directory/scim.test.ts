import { describe, expect, it } from "vitest";
import type { Person, PersonCard } from "@veche/contracts";
import { openDirectory, type Answer } from "../../../tests/directory.ts";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

interface Resource {
  readonly id: string;
  readonly [name: string]: unknown;
}

async function openProvider() {
  const world = await openDirectory();
  const admin = await world.hire("admin", "Admin", ["admin", "employee"]);
  const made = await world.ask("admin", {
    method: "POST",
    path: "/api/v1/scim-tokens",
    body: { name: "Provider" },
  });
  const { token, id: tokenId } = made.json<{ token: string; id: string }>();
  const scim = (
    method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: object,
  ): Promise<Answer> =>
    world.ask("", {
      method,
      path: `/scim/v2/${path}`,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined
          ? {}
          : { "content-type": "application/scim+json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const list = async (path: string) =>
    (await scim("GET", path)).json<{
      totalResults: number;
      Resources: readonly Resource[];
    }>();
  const create = async (more: object = {}) => {
    const answer = await scim("POST", "Users", {
      userName: "Nina@firma.ru",
      externalId: "ext-1",
      name: { givenName: "Нина", familyName: "Орлова" },
      emails: [
        { value: "home@nina.ru", type: "home" },
        { value: "nina@firma.ru", type: "work", primary: true },
      ],
      title: "Аналитик",
      [ENTERPRISE]: {
        department: "Финансы / Учёт",
        manager: { value: admin.id },
      },
      ...more,
    });
    expect(answer.status).toBe(201);
    await world.catchUp();
    return answer.json<Resource>();
  };
  return { world, admin, token, tokenId, scim, list, create };
}

describe("SCIM users", () => {
  it("become people with cards, and are told as they are kept", async () => {
    const { world, admin, scim, create } = await openProvider();
    await using _world = world;
    const user = await create();
    expect(user).toMatchObject({
      userName: "nina@firma.ru",
      externalId: "ext-1",
      displayName: "Нина Орлова",
      name: {
        formatted: "Нина Орлова",
        givenName: "Нина",
        familyName: "Орлова",
      },
      title: "Аналитик",
      active: true,
      emails: [{ value: "nina@firma.ru", type: "work", primary: true }],
      groups: [],
      [ENTERPRISE]: {
        department: "Финансы / Учёт",
        manager: { value: admin.id, displayName: "Admin" },
      },
    });
    const card = await world.ask("admin", {
      path: `/api/v1/people/${user.id}`,
    });
    expect(card.json<PersonCard>()).toMatchObject({
      name: "Нина Орлова",
      detail: "Аналитик · Учёт",
      email: "nina@firma.ru",
    });
    const read = await scim("GET", `Users/${user.id}`);
    expect(read.headers["content-type"]).toMatch("application/scim+json");
    expect(read.json()).toEqual(user);
  });

  it("are found by filters, page by page, as much of them as is asked for", async () => {
    const { world, list, create } = await openProvider();
    await using _world = world;
    const { id } = await create();
    const found = async (filter: string) =>
      (await list(`Users?filter=${encodeURIComponent(filter)}`)).Resources.map(
        (one) => one.id,
      );
    for (const filter of [
      'userName eq "NINA@firma.ru"',
      'externalId eq "ext-1"',
      `id eq "${id}" and active eq true`,
      'emails[type eq "work"] and title sw "ана"',
      `${ENTERPRISE}:department co "учёт"`,
    ])
      expect(await found(filter)).toEqual([id]);
    expect(await found('userName eq "nobody"')).toEqual([]);
    const page = await list("Users?startIndex=2&count=1&attributes=userName");
    expect(page).toMatchObject({
      totalResults: 2,
      startIndex: 2,
      itemsPerPage: 1,
    });
    expect(page.Resources.map((one) => Object.keys(one).toSorted())).toEqual([
      ["id", "schemas", "userName"],
    ]);
    expect((await list("Users?count=0")).Resources).toEqual([]);
  });

  it("are changed by parts, as providers write them", async () => {
    const { world, scim, create } = await openProvider();
    await using _world = world;
    const { id } = await create();
    const answer = await scim("PATCH", `Users/${id}`, {
      schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
      Operations: [
        { op: "Replace", path: "active", value: "False" },
        {
          op: "replace",
          path: 'emails[type eq "work"].value',
          value: "n@firma.ru",
        },
        { op: "add", path: `${ENTERPRISE}:department`, value: "Финансы" },
        {
          op: "replace",
          value: { displayName: "Н. Орлова", "name.givenName": "Н." },
        },
        { op: "remove", path: "title" },
      ],
    });
    expect(answer.json()).toMatchObject({
      active: false,
      displayName: "Н. Орлова",
      name: { givenName: "Н." },
      emails: [{ value: "n@firma.ru" }],
      [ENTERPRISE]: { department: "Финансы" },
    });
    expect(answer.json()).not.toHaveProperty("title");
    const row = await world.identity.findUser(id as never);
    expect(row?.disabledAt).not.toBeNull();
  });

  it("taken away are disabled and seen no more; the same login brings them back", async () => {
    const { world, scim, list, create } = await openProvider();
    await using _world = world;
    const { id } = await create();
    expect((await scim("DELETE", `Users/${id}`)).status).toBe(204);
    for (const method of ["GET", "DELETE"] as const)
      expect((await scim(method, `Users/${id}`)).status).toBe(404);
    expect(await list("Users")).toMatchObject({ totalResults: 1 });
    expect(
      (await world.identity.findUser(id as never))?.disabledAt,
    ).not.toBeNull();
    expect((await create()).id).toBe(id);
    expect((await world.identity.findUser(id as never))?.disabledAt).toBeNull();
  });

  it("of one name or one external id are refused as taken", async () => {
    const { world, scim, create } = await openProvider();
    await using _world = world;
    const { id } = await create();
    for (const body of [
      { userName: "nina@firma.ru" },
      { userName: "other", externalId: "ext-1" },
    ]) {
      const answer = await scim("POST", "Users", body);
      expect(answer.status).toBe(409);
      expect(answer.json()).toMatchObject({
        schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
        status: "409",
        scimType: "uniqueness",
      });
    }
    const renamed = await scim("PUT", `Users/${id}`, { userName: "another" });
    expect(renamed.json()).toMatchObject({
      status: "400",
      scimType: "mutability",
    });
  });

  it("that cannot be kept are refused, and nothing is changed", async () => {
    const { world, admin, scim, list } = await openProvider();
    await using _world = world;
    for (const [body, scimType] of [
      [{}, "invalidValue"],
      [{ userName: "two words" }, "invalidValue"],
      [{ userName: "nina", timezone: "Europe/Atlantis" }, "invalidValue"],
      [{ userName: "nina", emails: [{ value: "no address" }] }, "invalidValue"],
      [
        { userName: "nina", [ENTERPRISE]: { manager: { value: "x" } } },
        "invalidValue",
      ],
      [[], "invalidSyntax"],
    ] as const)
      expect((await scim("POST", "Users", body)).json()).toMatchObject({
        status: "400",
        scimType,
      });
    expect((await scim("GET", "Users?filter=userName")).json()).toMatchObject({
      scimType: "invalidFilter",
    });
    expect((await list("Users")).Resources.map((one) => one.id)).toEqual([
      admin.id,
    ]);
  });

  it("never lose the last administrator", async () => {
    const { world, admin, scim } = await openProvider();
    await using _world = world;
    expect((await scim("DELETE", `Users/${admin.id}`)).status).toBe(409);
    expect((await scim("GET", `Users/${admin.id}`)).status).toBe(200);
  });
});

describe("SCIM groups", () => {
  it("are shared tags: members are found and named by them", async () => {
    const { world, admin, scim, list, create } = await openProvider();
    await using _world = world;
    const nina = await create();
    const made = await scim("POST", "Groups", {
      displayName: "Sales Team",
      externalId: "g-1",
      members: [{ value: nina.id }],
    });
    const group = made.json<Resource>();
    expect(group).toMatchObject({
      displayName: "Sales Team",
      externalId: "g-1",
      members: [{ value: nina.id, display: "Нина Орлова", type: "User" }],
    });
    const found = await world.ask("admin", {
      path: "/api/v1/people?text=%23Sales_Team",
    });
    expect(
      found.json<{ items: readonly Person[] }>().items.map(({ id }) => id),
    ).toEqual([nina.id]);
    await scim("PATCH", `Groups/${group.id}`, {
      Operations: [
        { op: "add", path: "members", value: [{ value: admin.id }] },
        { op: "remove", path: `members[value eq "${nina.id}"]` },
        { op: "replace", path: "displayName", value: "Sales" },
      ],
    });
    const filter = encodeURIComponent('displayName eq "sales"');
    expect((await list(`Groups?filter=${filter}`)).Resources).toMatchObject([
      { id: group.id, members: [{ value: admin.id }] },
    ]);
    const bare = await scim(
      "GET",
      `Groups/${group.id}?excludedAttributes=members`,
    );
    expect(bare.json()).not.toHaveProperty("members");
    expect((await scim("GET", `Users/${admin.id}`)).json()).toMatchObject({
      groups: [{ value: group.id, display: "Sales" }],
    });
    expect((await scim("DELETE", `Groups/${group.id}`)).status).toBe(204);
    expect((await list("Groups")).totalResults).toBe(0);
  });

  it("refuse a name that is taken and members who are nobody", async () => {
    const { world, scim } = await openProvider();
    await using _world = world;
    const post = async (body: object) =>
      (await scim("POST", "Groups", body)).json();
    await post({ displayName: "Sales" });
    expect(await post({ displayName: "sales" })).toMatchObject({
      scimType: "uniqueness",
    });
    expect(await post({ displayName: "!" })).toMatchObject({
      scimType: "invalidValue",
    });
    const nobody = "0190a000-0000-7000-8000-000000000099";
    expect(
      await post({ displayName: "x", members: [{ value: nobody }] }),
    ).toMatchObject({
      scimType: "invalidValue",
    });
  });
});

describe("the key for SCIM", () => {
  it("is made and revoked by administrators, shown once, and nothing opens without it", async () => {
    const { world, token, tokenId, scim } = await openProvider();
    await using _world = world;
    const listed = await world.ask("admin", { path: "/api/v1/scim-tokens" });
    expect(listed.text).not.toContain(token);
    expect((await scim("GET", "ServiceProviderConfig")).status).toBe(200);
    await world.hire("anna", "Anna");
    expect(
      (await world.ask("anna", { path: "/api/v1/scim-tokens" })).status,
    ).toBe(403);
    // A signed-in administrator's cookie is no key.
    expect((await world.ask("admin", { path: "/scim/v2/Users" })).status).toBe(
      401,
    );
    const path = `/api/v1/scim-tokens/${tokenId}`;
    expect((await world.ask("admin", { method: "DELETE", path })).status).toBe(
      204,
    );
    const refused = await scim("GET", "Users");
    expect(refused.status).toBe(401);
    expect(refused.headers["www-authenticate"]).toBe("Bearer");
  });

  it("is named in the trail of what was done by it", async () => {
    const { world, create } = await openProvider();
    await using _world = world;
    const { id } = await create();
    const made = (await world.test.outboxEvents()).find(
      (event) => event.type === "user.created" && event.userId === id,
    );
    expect(made?.actor.name).toBe("SCIM: Provider");
  });
});
