import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from "kysely";
import pg from "pg";
import type { Log } from "../log.ts";
import { serverFolder } from "../server-folder.ts";
import { StartRefusedError } from "../start-refused-error.ts";
import { clientConfig, type DatabaseConnection } from "./connection.ts";
import { surviveLostLines } from "./pool.ts";

export interface MigrateDeps {
  readonly connection: DatabaseConnection;
  readonly log: Log;
  readonly folder?: string;
  /** The last one to carry out; without it all are. */
  readonly upTo?: string;
}

export const migrationsFolder = join(serverFolder, "migrations");

/** Which migrations a database has had. */
export const migrationsTable = "schema_migrations";
const tableName = migrationsTable;
const fileName = /^\d{4}-[a-z0-9-]+\.ts$/;

/** The database was changed by a newer server than this one; nothing was touched. */
export class SchemaTooNewError extends StartRefusedError {
  constructor(unknownMigrations: readonly string[]) {
    super(
      `This database was migrated by a newer Veche (unknown here: ${unknownMigrations.join(", ")}): ` +
        "start that version, or restore a backup made before the upgrade.",
    );
  }
}

/**
 * Brings the schema up to date. Every migration that is due runs in one transaction under a lock of the database,
 * so two servers don't migrate at once, and a server killed half-way leaves the old schema whole.
 */
export async function migrate({
  connection,
  log,
  folder = migrationsFolder,
  upTo,
}: MigrateDeps): Promise<void> {
  // A connection of its own, without the statement time-out of the working pool.
  const pool = new pg.Pool({ ...clientConfig(connection), max: 1 });
  surviveLostLines(pool, log);
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
  });
  try {
    const names = await listMigrations(folder);
    const carriedOut = await readCarriedOut(kysely);
    refuseNewerSchema({ names, carriedOut });
    if (upTo === undefined && carriedOut.length === names.length) return;
    const migrations = await readMigrations(folder, names);
    const migrator = new Migrator({
      db: kysely,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      migrationTableName: tableName,
      migrationLockTableName: `${tableName}_lock`,
    });
    const { error, results = [] } = await (upTo === undefined
      ? migrator.migrateToLatest()
      : migrator.migrateTo(upTo));
    if (error !== undefined) {
      const failed =
        results.find(({ status }) => status === "Error")?.migrationName ??
        "unknown";
      throw new Error(
        `Migration ${failed} failed; the database is as it was before.`,
        { cause: error },
      );
    }
    const last = results.at(-1);
    if (last !== undefined)
      log.info({ count: results.length, last: last.migrationName }, "migrated");
  } finally {
    await kysely.destroy();
  }
}

/** The names of all there are, in their order. */
async function listMigrations(folder: string): Promise<readonly string[]> {
  return (await readdir(folder))
    .filter((name) => fileName.test(name))
    .sort()
    .map((name) => name.replace(/\.ts$/, ""));
}

async function readMigrations(
  folder: string,
  names: readonly string[],
): Promise<Record<string, Migration>> {
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    // Every file of this folder exports `up`; the migrator calls nothing else.
    const loaded = (await import(
      pathToFileURL(join(folder, `${name}.ts`)).href
    )) as Migration;
    return [name, loaded];
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** The names of those that this database has had, in their order. */
async function readCarriedOut(
  kysely: Kysely<unknown>,
): Promise<readonly string[]> {
  const { rows: tables } = await sql<{
    found: string | null;
  }>`select to_regclass(${tableName}) as found`.execute(kysely);
  if (tables[0]?.found === null) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(tableName)} order by name`.execute(kysely);
  return rows.map(({ name }) => name);
}

function refuseNewerSchema({
  names,
  carriedOut,
}: {
  readonly names: readonly string[];
  readonly carriedOut: readonly string[];
}): void {
  const unknown = carriedOut.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new SchemaTooNewError(unknown);
}
