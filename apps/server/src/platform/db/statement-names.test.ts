import { sql } from "kysely";
import { expect, it } from "vitest";
import { createTestDatabase } from "../../../tests/database.ts";
import { createStatementNames } from "./statement-names.ts";

it("a text gets a name of its own when it has come three times, and keeps it", () => {
  const nameOf = createStatementNames();
  expect([nameOf("a"), nameOf("b"), nameOf("a")]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const name = nameOf("a");
  expect(name).toBeDefined();
  expect(nameOf("a")).toBe(name);
  nameOf("b");
  expect(nameOf("b")).not.toBe(name);
});

it("texts that never come again take no place of those that do", () => {
  const nameOf = createStatementNames();
  for (let text = 0; text < 20_000; text += 1) nameOf(`once ${text}`);
  nameOf("often");
  nameOf("often");
  expect(nameOf("often")).toBeDefined();
});

it("the database plans a frequent statement once a connection, and answers the same", async () => {
  await using world = await createTestDatabase({
    limits: { maxConnections: 1 },
  });
  const { db } = world.database;
  const ask = (number: number) =>
    sql<{ answer: number }>`select ${number}::int as answer`.execute(db);
  const answers = [];
  for (let number = 0; number < 5; number += 1) {
    answers.push(...(await ask(number)).rows);
  }
  expect(answers.map(({ answer }) => answer)).toEqual([0, 1, 2, 3, 4]);
  const { rows } = await sql`
    select statement from pg_prepared_statements where not from_sql`.execute(
    db,
  );
  expect(rows).toEqual([{ statement: "select $1::int as answer" }]);
});
