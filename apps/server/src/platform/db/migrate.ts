import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from "kysely";
import pg from "pg";
import type { Log } from "../log.ts";
import { StartRefusedError } from "../start-refused-error.ts";
import { clientConfig, type DatabaseConnection } from "./connection.ts";
import { surviveLostLines } from "./pool.ts";

export interface MigrateDeps {
  readonly connection: DatabaseConnection;
  readonly log: Log;
  readonly folder?: string;
}

export const migrationsFolder = join(
  import.meta.dirname,
  "../../../migrations",
);

const tableName = "schema_migrations";
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
}: MigrateDeps): Promise<void> {
  // A connection of its own, without the statement time-out of the working pool.
  const pool = new pg.Pool({ ...clientConfig(connection), max: 1 });
  surviveLostLines(pool, log);
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
  });
  try {
    const migrations = await readMigrations(folder);
    await refuseNewerSchema(kysely, Object.keys(migrations));
    const migrator = new Migrator({
      db: kysely,
      provider: { getMigrations: () => Promise.resolve(migrations) },
      migrationTableName: tableName,
      migrationLockTableName: `${tableName}_lock`,
    });
    const { error, results = [] } = await migrator.migrateToLatest();
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

async function readMigrations(
  folder: string,
): Promise<Record<string, Migration>> {
  const names = (await readdir(folder))
    .filter((name) => fileName.test(name))
    .sort();
  const entries = names.map(async (name): Promise<[string, Migration]> => {
    // Every file of this folder exports `up`; the migrator calls nothing else.
    const loaded = (await import(
      pathToFileURL(join(folder, name)).href
    )) as Migration;
    return [name.replace(/\.ts$/, ""), loaded];
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function refuseNewerSchema(
  kysely: Kysely<unknown>,
  known: readonly string[],
): Promise<void> {
  const { rows: tables } = await sql<{
    found: string | null;
  }>`select to_regclass(${tableName}) as found`.execute(kysely);
  if (tables[0]?.found === null) return;
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(tableName)} order by name`.execute(kysely);
  const unknown = rows
    .map(({ name }) => name)
    .filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new SchemaTooNewError(unknown);
}
