import { escapeIdentifier, type ClientBase } from "pg";
import { migrationsTable } from "../db/migrate.ts";
import type { SequenceEntry } from "./manifest.ts";

/** A table as it is copied. */
export interface Table {
  readonly name: string;
  /** Those that are stored, not computed. */
  readonly columns: readonly string[];
}

/** Every table of ours but those that say which migrations were carried out. */
export async function readTables(
  client: ClientBase,
): Promise<readonly Table[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name,
            array_agg(a.attname::text order by a.attnum) as columns
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
        and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and c.relname <> all($1::text[])
      group by c.relname order by c.relname`,
    [[migrationsTable, `${migrationsTable}_lock`]],
  );
  return rows;
}

export async function readSequences(
  client: ClientBase,
): Promise<SequenceEntry[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname`,
  );
  const sequences: SequenceEntry[] = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<Omit<SequenceEntry, "name">>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${escapeIdentifier(name)}`,
    );
    for (const state of states) sequences.push({ name, ...state });
  }
  return sequences;
}

export async function readLastMigration(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string | null }>(
    `select max(name) as name from ${escapeIdentifier(migrationsTable)}`,
  );
  return rows[0]?.name ?? "";
}

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

async function readForeignKeys(
  client: ClientBase,
): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint
      where contype = 'f' and connamespace = current_schema()::regnamespace order by conrelid, conname`,
  );
  return rows;
}

/**
 * Does `work` without foreign keys, whatever the order in which it fills tables, and puts them back, which checks
 * every row. To be called inside a transaction; takes no more than owning the tables.
 */
export async function withoutForeignKeys(
  client: ClientBase,
  work: () => Promise<void>,
): Promise<void> {
  const keys = await readForeignKeys(client);
  for (const { table, name } of keys)
    await client.query(
      `alter table ${table} drop constraint ${escapeIdentifier(name)}`,
    );
  await work();
  for (const { table, name, definition } of keys)
    await client.query(
      `alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`,
    );
}

/** Does `work` with the triggers of the tables at rest: what it writes happened before. To be called inside a transaction. */
export async function withoutTriggers(
  client: ClientBase,
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger join pg_class c on c.oid = tgrelid
      where not tgisinternal and c.relnamespace = current_schema()::regnamespace order by 1`,
  );
  const turn = async (way: "disable" | "enable") => {
    for (const { name } of rows)
      await client.query(`alter table ${name} ${way} trigger user`);
  };
  await turn("disable");
  await work();
  await turn("enable");
}
