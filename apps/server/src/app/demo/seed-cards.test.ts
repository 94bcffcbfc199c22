import type { PersonCard } from "@veche/contracts";
import { expect, it } from "vitest";
import { openDirectory } from "../../../tests/directory.ts";
import { demoPeople } from "./people.ts";
import { seedCards } from "./seed-cards.ts";

it("the demo people have their places in the company, and keep what was written on their cards since", async () => {
  await using company = await openDirectory();
  const staff = new Map<string, string>();
  for (const { login, name, roles } of demoPeople)
    staff.set(login, (await company.hire(login, name, roles)).id);
  const cardOf = async (login: string) => {
    const path = `/api/v1/people/${staff.get(login) ?? ""}`;
    return (await company.ask(login, { path })).json<PersonCard>();
  };

  await seedCards(company);
  expect(await cardOf("anna")).toMatchObject({
    position: "Ведущий менеджер",
    departments: [{ name: "Магазин" }, { name: "Клиенты" }],
    manager: { name: "Вера Соколова" },
  });

  const changed = await company.ask("admin", {
    method: "PATCH",
    path: `/api/v1/people/${staff.get("anna") ?? ""}`,
    body: { position: null, departmentId: null },
  });
  expect(changed.status).toBe(200);
  await seedCards(company);
  expect(await cardOf("anna")).toMatchObject({ position: null });
});
