import { describe, expect, it } from "vitest";
import type {
  Department,
  Person,
  PersonCard,
  Tag,
  User,
} from "@veche/contracts";
import {
  openDirectory,
  type Answer,
  type DirectoryWorld,
} from "../../../tests/directory.ts";

async function openCompany() {
  const world = await openDirectory();
  const admin = await world.hire("admin", "Admin", ["admin", "employee"]);
  const anna = await world.hire("anna", "Anna");
  const boris = await world.hire("boris", "Boris");
  const post = (login: string, path: string, body: object) =>
    world.ask(login, { method: "POST", path: `/api/v1/${path}`, body });
  const patch = (login: string, path: string, body: object) =>
    world.ask(login, { method: "PATCH", path: `/api/v1/${path}`, body });
  const remove = (login: string, path: string) =>
    world.ask(login, { method: "DELETE", path: `/api/v1/${path}` });
  const department = async (name: string, parentId: string | null = null) => {
    const made = await post("admin", "departments", {
      name,
      parentId,
      managerId: null,
    });
    expect(made.status).toBe(201);
    return made.json<Department>();
  };
  const put = (user: User, departmentId: string | null) =>
    patch("admin", `people/${user.id}`, { departmentId });
  return { world, admin, anna, boris, post, patch, remove, department, put };
}

const names = async (world: DirectoryWorld, login: string, query: string) => {
  const answer = await world.ask(login, { path: `/api/v1/people?${query}` });
  return answer
    .json<{ items: readonly Person[] }>()
    .items.map(({ name }) => name);
};
const codeOf = (answer: Answer) => answer.json<{ code: string }>().code;

describe("departments", () => {
  it("are a tree with managers and people, and stand on the card from the top down", async () => {
    const { world, anna, boris, patch, department, put } = await openCompany();
    await using _world = world;
    const company = await department("Company");
    const sales = await department("Sales", company.id);
    await patch("admin", `departments/${sales.id}`, { managerId: boris.id });
    await put(anna, sales.id);
    const list = await world.ask("anna", { path: "/api/v1/departments" });
    expect(list.json<{ items: readonly Department[] }>().items).toEqual([
      {
        id: company.id,
        name: "Company",
        parentId: null,
        manager: null,
        peopleCount: 0,
      },
      {
        id: sales.id,
        name: "Sales",
        parentId: company.id,
        manager: { id: boris.id, name: "Boris" },
        peopleCount: 1,
      },
    ]);
    const card = await world.ask("boris", {
      path: `/api/v1/people/${anna.id}`,
    });
    expect(card.json<PersonCard>().departments.map(({ name }) => name)).toEqual(
      ["Company", "Sales"],
    );
    expect(await names(world, "boris", `departmentId=${sales.id}`)).toEqual([
      "Anna",
    ]);
  });

  it("are what people are found by, under the new name at once", async () => {
    const { world, anna, patch, department, put } = await openCompany();
    await using _world = world;
    const { id } = await department("Бухгалтерия");
    await put(anna, id);
    expect(await names(world, "boris", "text=buhgalteria")).toEqual(["Anna"]);
    await patch("admin", `departments/${id}`, { name: "Финансы" });
    expect(
      await names(world, "boris", `text=${encodeURIComponent("финансы")}`),
    ).toEqual(["Anna"]);
    expect(await names(world, "boris", "text=buhgalteria")).toEqual([]);
  });

  it("hold the people of those below them", async () => {
    const { world, anna, department, put } = await openCompany();
    await using _world = world;
    const top = await department("Top");
    const low = await department("Low", top.id);
    await put(anna, low.id);
    for (const { id } of [top, low])
      expect(await names(world, "boris", `departmentId=${id}`)).toEqual([
        "Anna",
      ]);
  });

  it("never close a circle, have one name a place, and are not removed with people in them", async () => {
    const { world, anna, patch, remove, post, department, put } =
      await openCompany();
    await using _world = world;
    const top = await department("Top");
    const low = await department("Low", top.id);
    for (const parentId of [top.id, low.id])
      expect(
        codeOf(await patch("admin", `departments/${top.id}`, { parentId })),
      ).toBe("request.invalid");
    const twin = { name: " Low ", parentId: top.id, managerId: null };
    expect(codeOf(await post("admin", "departments", twin))).toBe(
      "department.name_taken",
    );
    await put(anna, low.id);
    for (const { id } of [top, low])
      expect(codeOf(await remove("admin", `departments/${id}`))).toBe(
        "department.in_use",
      );
    await put(anna, null);
    for (const { id } of [low, top])
      expect((await remove("admin", `departments/${id}`)).status).toBe(204);
  });

  it("are changed by administrators alone", async () => {
    const { world, post } = await openCompany();
    await using _world = world;
    const body = { name: "Mine", parentId: null, managerId: null };
    expect((await post("anna", "departments", body)).status).toBe(403);
  });
});

describe("tags (C11, C20)", () => {
  const own = (name: string, ...people: readonly User[]) => ({
    name,
    isShared: false,
    userIds: people.map(({ id }) => id),
  });
  const shared = (name: string, ...people: readonly User[]) => ({
    ...own(name, ...people),
    isShared: true,
  });

  it("of one's own are seen, searched and changed by oneself alone", async () => {
    const { world, anna, boris, post, patch, remove } = await openCompany();
    await using _world = world;
    const made = await post("anna", "tags", own("дежурные", boris));
    expect(made.json<Tag>()).toMatchObject({ isShared: false, peopleCount: 1 });
    const { id } = made.json<Tag>();
    expect(await names(world, "anna", "text=dezhurnie")).toEqual(["Boris"]);
    expect(await names(world, "boris", "text=dezhurnie")).toEqual([]);
    expect(await names(world, "boris", `tagId=${id}`)).toEqual([]);
    const card = await world.ask("boris", {
      path: `/api/v1/people/${boris.id}`,
    });
    expect(card.json<PersonCard>().tags).toEqual([]);
    for (const login of ["boris", "admin"]) {
      expect((await patch(login, `tags/${id}`, { name: "x" })).status).toBe(
        404,
      );
      expect((await remove(login, `tags/${id}`)).status).toBe(404);
    }
    expect((await remove("anna", `tags/${id}`)).status).toBe(204);
    expect(await names(world, "anna", "text=dezhurnie")).toEqual([]);
    expect(await world.directory.carriersOf([id])).toEqual(new Map());
    expect(anna.id).not.toBe(boris.id);
  });

  it("shared by administrators are everybody's", async () => {
    const { world, anna, boris, post, patch } = await openCompany();
    await using _world = world;
    expect((await post("anna", "tags", shared("продажи"))).status).toBe(403);
    const { id } = (
      await post("admin", "tags", shared("продажи", anna))
    ).json<Tag>();
    expect(await names(world, "boris", "text=%23prodazhi")).toEqual(["Anna"]);
    const given = await world.ask("admin", {
      method: "PUT",
      path: `/api/v1/tags/${id}/people`,
      body: { userIds: [boris.id] },
    });
    expect(given.json<Tag>().peopleCount).toBe(1);
    expect(await names(world, "anna", "text=prodazhi")).toEqual(["Boris"]);
    await patch("admin", `tags/${id}`, { name: "сбыт" });
    expect(await names(world, "anna", "text=prodazhi")).toEqual([]);
    expect(await names(world, "anna", "text=sbit")).toEqual(["Boris"]);
    expect((await patch("anna", `tags/${id}`, { name: "x" })).status).toBe(403);
    expect([
      ...((await world.directory.carriersOf([id])).get(id) ?? []),
    ]).toEqual([boris.id]);
  });

  it("have one name each, whatever the case; one's own may be called as a shared one", async () => {
    const { world, post, patch } = await openCompany();
    await using _world = world;
    await post("admin", "tags", shared("Sales"));
    expect(codeOf(await post("admin", "tags", shared("sales")))).toBe(
      "tag.name_taken",
    );
    expect((await post("anna", "tags", own("sales"))).status).toBe(201);
    const other = (await post("anna", "tags", own("other"))).json<Tag>();
    expect(
      codeOf(await patch("anna", `tags/${other.id}`, { name: "SALES" })),
    ).toBe("tag.name_taken");
    expect(
      (await patch("anna", `tags/${other.id}`, { name: "Other" })).status,
    ).toBe(200);
  });

  it("are given to some and taken from others, whoever else carries them", async () => {
    const { world, admin, anna, boris, post, patch } = await openCompany();
    await using _world = world;
    const { id } = (
      await post("anna", "tags", own("дежурные", anna, boris))
    ).json<Tag>();
    const change = { add: [admin.id, anna.id], remove: [boris.id] };
    const changed = await patch("anna", `tags/${id}/people`, change);
    expect(changed.json<Tag>().peopleCount).toBe(2);
    expect(
      [...((await world.directory.carriersOf([id])).get(id) ?? [])].sort(),
    ).toEqual([admin.id, anna.id].sort());
    expect((await patch("boris", `tags/${id}/people`, change)).status).toBe(
      404,
    );
  });

  it("refuse people who are not there, and names that are no word", async () => {
    const { world, admin, post } = await openCompany();
    await using _world = world;
    const nobody = {
      ...admin,
      id: "0190a000-0000-7000-8000-000000000099" as User["id"],
    };
    expect((await post("anna", "tags", own("a", nobody))).status).toBe(404);
    expect((await post("anna", "tags", own("two words"))).status).toBe(400);
  });
});
