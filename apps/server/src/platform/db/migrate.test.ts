import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createTestDatabase } from "../../../tests/database.ts";
import { migrate, migrationsFolder, SchemaTooNewError } from "./migrate.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "veche-migrations-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(name: string, statement: string): Promise<void> {
  const text = `export const up = (db) => db.executeQuery({ sql: ${JSON.stringify(statement)}, parameters: [], query: { kind: "RawNode" }, queryId: { queryId: "1" } });`;
  await writeFile(join(folder, name), text);
}

/** A database that was never migrated stands for the first start. */
async function createEmpty() {
  const world = await createTestDatabase();
  await sql`drop schema public cascade; create schema public`.execute(
    world.database.db,
  );
  return world;
}

async function tablesOf(world: Awaited<ReturnType<typeof createEmpty>>) {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_name like 't%' order by 1`.execute(
    world.database.db,
  );
  return rows.map(({ name }) => name);
}

it("what is due runs once, in the order of the numbers", async () => {
  await using world = await createEmpty();
  await write("0002-b.ts", "create table t2 as select * from t1");
  await write("0001-a.ts", "create table t1 (id int)");
  const run = () => migrate({ ...world, folder });
  await run();
  await run();
  await write("0003-c.ts", "create table t3 as select * from t2");
  await run();
  expect(await tablesOf(world)).toEqual(["t1", "t2", "t3"]);
});

it("a migration that fails leaves the schema as it was, and the next start tries again", async () => {
  await using world = await createEmpty();
  await write("0001-a.ts", "create table t1 (id int)");
  await migrate({ ...world, folder });
  await write("0002-b.ts", "create table t2 (id int)");
  await write("0003-c.ts", "create table t3 as select * from nowhere");
  await expect(migrate({ ...world, folder })).rejects.toThrow(/0003-c/);
  expect(await tablesOf(world)).toEqual(["t1"]);

  await rm(join(folder, "0003-c.ts"));
  await migrate({ ...world, folder });
  expect(await tablesOf(world)).toEqual(["t1", "t2"]);
});

it("an older server refuses a newer schema and names what it does not know", async () => {
  await using world = await createTestDatabase();
  await write("0001-platform.ts", "select 1");
  const older = migrate({ ...world, folder });
  await expect(older).rejects.toBeInstanceOf(SchemaTooNewError);
  await expect(older).rejects.toThrow(/newer Veche/);
});

it("two servers that start at once migrate once", async () => {
  await using world = await createEmpty();
  await write("0001-a.ts", "create table t1 (id int)");
  await Promise.all([
    migrate({ ...world, folder }),
    migrate({ ...world, folder }),
  ]);
  expect(await tablesOf(world)).toEqual(["t1"]);
});

it("the product's own list is complete in every test database", async () => {
  await using world = await createTestDatabase();
  await migrate({ ...world, folder: migrationsFolder });
});
