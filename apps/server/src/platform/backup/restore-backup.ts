import { createReadStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { Client, escapeIdentifier, type ClientBase } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { clientConfig, type DatabaseConnection } from "../db/connection.ts";
import { migrate } from "../db/migrate.ts";
import type { Log } from "../log.ts";
import { StartRefusedError } from "../start-refused-error.ts";
import { copyFileTo } from "./data-files.ts";
import { digestOf } from "./digest.ts";
import { keyPrintOf } from "./key-print.ts";
import {
  filePath,
  tablePath,
  type Manifest,
  type TableEntry,
} from "./manifest.ts";
import { readTables, withoutForeignKeys, withoutTriggers } from "./schema.ts";

export interface RestoreTarget {
  readonly connection: DatabaseConnection;
  readonly dataDir: string;
  readonly secretKey: string;
  readonly log: Log;
}

export interface Backup {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Fills an empty installation from a backup: the schema as it was then (the next start brings it up to date), every
 * row in one transaction, the files. Everything is compared with the manifest before anything is written. Refuses with
 * `StartRefusedError` an installation that is in use, a damaged backup, and a key that is not the one it was made under.
 */
export async function restoreBackup(
  { folder, manifest }: Backup,
  { connection, dataDir, secretKey, log }: RestoreTarget,
): Promise<void> {
  if (keyPrintOf(secretKey) !== manifest.keyPrint)
    throw new StartRefusedError(
      "This server has another SECRET_KEY than the one this backup was made under, and could not read what is sealed in it: set SECRET_KEY to that one, or remove secret.key from DATA_DIR so that the backup's is taken.",
    );
  await assertEmpty(connection);
  await assertWhole({ folder, manifest });
  for (const { path } of manifest.files)
    await copyFileTo(join(folder, filePath(path)), join(dataDir, path));
  await migrate({ connection, log, upTo: manifest.lastMigration });
  const client = new Client(clientConfig(connection));
  await client.connect();
  try {
    await client.query("begin");
    await fill(client, { folder, manifest });
    await client.query("commit");
  } finally {
    await client.end();
  }
}

async function assertEmpty(connection: DatabaseConnection): Promise<void> {
  const client = new Client(clientConfig(connection));
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      "select where to_regclass('users') is not null",
    );
    if (tables.length === 0) return;
    const { rows: people } = await client.query("select from users limit 1");
    if (people.length > 0)
      throw new StartRefusedError(
        "This installation has people in it already, and a backup goes into an empty one: set DATA_DIR to a new folder, or DATABASE_URL to an empty database.",
      );
  } finally {
    await client.end();
  }
}

interface Part {
  readonly path: string;
  readonly sha256: string;
  readonly isPacked: boolean;
}

const partsOf = ({ tables, files }: Manifest): readonly Part[] => [
  ...tables.map(({ name, sha256 }) => ({
    path: tablePath(name),
    sha256,
    isPacked: true,
  })),
  ...files.map(({ path, sha256 }) => ({
    path: filePath(path),
    sha256,
    isPacked: false,
  })),
];

/** Compares parts with their fingerprints, all of them without a choice. Refuses what is not as it was written. */
export async function assertWhole(
  { folder, manifest }: Backup,
  isMeant: (path: string) => boolean = () => true,
): Promise<void> {
  for (const { path, sha256, isPacked } of partsOf(manifest)) {
    if (!isMeant(path)) continue;
    const found = await digestOf(
      join(folder, path),
      ...(isPacked ? [createGunzip()] : []),
    ).catch((cause: unknown) => ({ sha256: undefined, cause }));
    if (found.sha256 !== sha256)
      throw new StartRefusedError(
        `The backup is damaged: ${path} is not as it was written. Nothing was restored; take another backup.`,
        "cause" in found ? { cause: found.cause } : {},
      );
  }
}

async function fill(
  client: ClientBase,
  { folder, manifest }: Backup,
): Promise<void> {
  const tables = (await readTables(client)).map(({ name }) =>
    escapeIdentifier(name),
  );
  await withoutForeignKeys(client, () =>
    withoutTriggers(client, async () => {
      // Migrations put rows of their own into some.
      await client.query(`truncate ${tables.join(", ")}`);
      for (const table of manifest.tables)
        await fillTable(client, folder, table);
    }),
  );
  for (const { name, lastValue, isCalled } of manifest.sequences)
    await client.query("select setval($1::regclass, $2::bigint, $3)", [
      escapeIdentifier(name),
      lastValue,
      isCalled,
    ]);
  // It goes on as another history: clients that know more than it drop their positions (`readEpoch`).
  await client.query("delete from settings where key = 'epoch'");
}

async function fillTable(
  client: ClientBase,
  folder: string,
  { name, columns, rows }: TableEntry,
): Promise<void> {
  const names = columns.map((column) => escapeIdentifier(column)).join(", ");
  const filled = client.query(
    copyFrom(`copy ${escapeIdentifier(name)} (${names}) from stdin`),
  );
  await pipeline(
    createReadStream(join(folder, tablePath(name))),
    createGunzip(),
    filled,
  );
  if (filled.rowCount !== rows)
    throw new Error(`${name} got ${filled.rowCount} rows of ${rows}`);
}
