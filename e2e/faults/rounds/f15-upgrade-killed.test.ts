import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { prepareServer } from "@veche/test-world";
import {
  clientConfig,
  type DatabaseConnection,
} from "@veche/server/src/platform/db/connection.ts";
import {
  migrate,
  migrationsFolder,
} from "@veche/server/src/platform/db/migrate.ts";
import { createLog } from "@veche/server/src/platform/log.ts";
import { startEmbeddedPostgres } from "@veche/server/src/platform/postgres/embedded-postgres.ts";
import { openDatabase } from "../injections/database-client.ts";
import { isTimed } from "../../timed.ts";
import { seeds } from "../round.ts";

const names = readdirSync(migrationsFolder)
  .filter((name) => /^\d{4}-.*\.ts$/.test(name))
  .toSorted();
/** Everyday runs kill the newest steps, which no installation has passed yet, and some of the others. */
const isKilled = (index: number): boolean =>
  isTimed || index >= names.length - 10 || index % 6 === 0;
const upgradeProgram = join(import.meta.dirname, "../injections/upgrade.ts");
const log = createLog({ level: "silent", isPretty: false });
const hanging = "the step is done, and nothing is committed";

let dataDir: string;
let folder: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "veche-upgrade-"));
  // The database runs as another account when we are root: it must be able to pass through.
  chmodSync(dataDir, 0o711);
  folder = mkdtempSync(join(tmpdir(), "veche-migrations-"));
});
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** The product's migrations up to one of them; that one says when its work is done, and waits to be killed. */
function writeSteps({
  last,
  waits = false,
}: {
  readonly last: number;
  readonly waits?: boolean;
}): void {
  rmSync(folder, { recursive: true, force: true });
  folder = mkdtempSync(join(tmpdir(), "veche-migrations-"));
  for (const [index, name] of names.slice(0, last + 1).entries()) {
    const real = JSON.stringify(join(migrationsFolder, name));
    const end =
      waits && index === last
        ? `process.stdout.write(${JSON.stringify(`${hanging}\n`)});
           await new Promise((resolve) => setTimeout(resolve, 3_600_000));`
        : "";
    writeFileSync(
      join(folder, name),
      `import { up as real } from ${real};
       export async function up(db) { await real(db); ${end} }\n`,
    );
  }
}

/** Ends an upgrade with SIGKILL when its last step has done its work and has not been committed. */
async function killUpgrade(connection: DatabaseConnection): Promise<void> {
  const child = spawn(
    process.execPath,
    [upgradeProgram, JSON.stringify(connection), folder],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes(hanging)) break;
  }
  expect(said).toContain(hanging);
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Everything that the database has, as far as it has a name, and how closely the planner looks at it. */
async function schemaOf(connection: DatabaseConnection): Promise<string> {
  const client = new pg.Client(clientConfig(connection));
  await client.connect();
  const { rows } = await client.query(
    `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
       WHERE table_schema = 'public'
     UNION ALL SELECT indexname, indexdef, '', '', '' FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT attrelid::regclass::text, attname, 'statistics', attstattarget::text, '' FROM pg_attribute
       WHERE attstattarget >= 0 AND attrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
     ORDER BY 1, 2, 3`,
  );
  await client.end();
  return JSON.stringify(rows);
}

it.each(seeds())(
  "F15: an upgrade killed in any of its steps leaves what was before, and the next start goes on (seed %i)",
  async () => {
    await using postgres = await startEmbeddedPostgres({ dataDir, log });
    const { connection } = postgres;
    const client = new pg.Client(clientConfig(connection));
    await client.connect();
    await client.query("DROP SCHEMA public CASCADE");
    await client.query("CREATE SCHEMA public");
    await client.end();
    for (const [index, name] of names.entries()) {
      if (!isKilled(index)) continue;
      writeSteps({ last: index - 1 });
      await migrate({ connection, log, folder });
      const before = await schemaOf(connection);
      writeSteps({ last: index, waits: true });
      await killUpgrade(connection);
      writeSteps({ last: index });
      // The dead program's transaction is gone when the next one is let in.
      await migrate({ connection, log, folder });
      const after = await schemaOf(connection);
      expect(after, `${name} did nothing`).not.toBe(before);
    }
    const stepByStep = await schemaOf(connection);
    await migrate({ connection, log });
    expect(await schemaOf(connection)).toBe(stepByStep);
  },
);

it("F15: a whole upgrade killed at its last step leaves an empty database, not half of one", async () => {
  await using postgres = await startEmbeddedPostgres({ dataDir, log });
  const { connection } = postgres;
  const client = new pg.Client(clientConfig(connection));
  await client.connect();
  await client.query("DROP SCHEMA public CASCADE");
  await client.query("CREATE SCHEMA public");
  writeSteps({ last: names.length - 1, waits: true });
  await killUpgrade(connection);
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'
       AND table_name NOT LIKE 'schema_migrations%'`,
  );
  expect(rows).toEqual([]);
  await client.end();
});

it("F15: an old version refuses a newer schema with a clear message, and touches nothing", async () => {
  await using server = await prepareServer({ isFirstStart: true });
  await server.start();
  const world = { server };
  const newer = await openDatabase(world);
  await newer.query(
    `INSERT INTO schema_migrations (name, "timestamp") VALUES ('9999-of-tomorrow', now()::text)`,
  );
  await newer.end();
  await server.stop();
  await expect(server.start()).rejects.toThrow(
    /migrated by a newer Veche \(unknown here: 9999-of-tomorrow\)/,
  );

  await using postgres = await startEmbeddedPostgres({
    dataDir: server.dataDir,
    log,
  });
  const client = new pg.Client(clientConfig(postgres.connection));
  await client.connect();
  await client.query(
    "DELETE FROM schema_migrations WHERE name = '9999-of-tomorrow'",
  );
  await client.end();
  await postgres[Symbol.asyncDispose]();
  await server.start();
});
