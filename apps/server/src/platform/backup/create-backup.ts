import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, statfs } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client, escapeIdentifier, type ClientBase } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { clientConfig, type DatabaseConnection } from "../db/connection.ts";
import { StartRefusedError } from "../start-refused-error.ts";
import { copyFileTo, listDataFiles, sizeOf } from "./data-files.ts";
import { digestStream } from "./digest.ts";
import { keyPrintOf } from "./key-print.ts";
import {
  filePath,
  tablePath,
  writeManifest,
  type FileEntry,
  type Manifest,
  type TableEntry,
} from "./manifest.ts";
import {
  readLastMigration,
  readSequences,
  readTables,
  type Table,
} from "./schema.ts";

export interface BackupSource {
  readonly connection: DatabaseConnection;
  readonly dataDir: string;
  readonly secretKey: string;
}

export interface BackupTaken {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Writes the whole installation into a new folder of `parent`: the database as it was at one moment, the files that it
 * knows of, the key. The server goes on meanwhile. The folder has its name only when it is whole; a backup that was cut
 * off stays behind as `….partial`. Refuses with `StartRefusedError` where there is no room.
 */
export async function createBackup(
  source: BackupSource,
  parent: string,
  now: Date = new Date(),
): Promise<BackupTaken> {
  const takenAt = now.toISOString();
  const folder = join(parent, `veche-${takenAt.replaceAll(/[:.]/g, "-")}`);
  const partial = `${folder}.partial`;
  await mkdir(join(partial, "database"), { recursive: true, mode: 0o700 });
  await assertRoom(source.dataDir, parent).catch(async (error: unknown) => {
    await rm(partial, { recursive: true });
    throw error;
  });
  const database = await writeDatabase(source.connection, partial);
  // After the database: what its rows speak of has been there before them.
  const files = await writeFiles(source.dataDir, partial);
  const manifest: Manifest = {
    format: "veche-backup-1",
    takenAt,
    keyPrint: keyPrintOf(source.secretKey),
    ...database,
    files,
  };
  await writeManifest(partial, manifest);
  await rename(partial, folder);
  return { folder, manifest };
}

async function assertRoom(dataDir: string, parent: string): Promise<void> {
  const needed = await sizeOf(dataDir, await listDataFiles(dataDir));
  const { bavail, bsize } = await statfs(parent);
  if (bavail * bsize > needed) return;
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;
  throw new StartRefusedError(
    `${parent} has ${megabytes(bavail * bsize)} free, and the files alone take ${megabytes(needed)}: name a folder with more room.`,
  );
}

async function writeDatabase(
  connection: DatabaseConnection,
  folder: string,
): Promise<Pick<Manifest, "lastMigration" | "sequences" | "tables">> {
  const client = new Client(clientConfig(connection));
  await client.connect();
  try {
    // One moment for all tables, however long they take.
    await client.query(
      "begin transaction isolation level repeatable read, read only",
    );
    const lastMigration = await readLastMigration(client);
    const sequences = await readSequences(client);
    const tables: TableEntry[] = [];
    for (const { name, columns } of await readTables(client)) {
      const written = await writeTable(client, join(folder, tablePath(name)), {
        name,
        columns,
      });
      tables.push({ name, columns: [...columns], ...written });
    }
    await client.query("commit");
    return { lastMigration, sequences, tables };
  } finally {
    await client.end();
  }
}

async function writeTable(
  client: ClientBase,
  path: string,
  { name, columns }: Table,
): Promise<Pick<TableEntry, "rows" | "sha256">> {
  const names = columns.map((column) => escapeIdentifier(column)).join(", ");
  const rows = client.query(
    copyTo(`copy ${escapeIdentifier(name)} (${names}) to stdout`),
  );
  const { stream, digest } = digestStream();
  await pipeline(
    rows,
    stream,
    createGzip({ level: 4 }),
    createWriteStream(path, { mode: 0o600, flush: true }),
  );
  return { rows: rows.rowCount, sha256: digest().sha256 };
}

async function writeFiles(
  dataDir: string,
  folder: string,
): Promise<FileEntry[]> {
  const files: FileEntry[] = [];
  for (const path of await listDataFiles(dataDir)) {
    const copied = await copyFileTo(
      join(dataDir, path),
      join(folder, filePath(path)),
    );
    if (copied !== undefined) files.push({ path, ...copied });
  }
  return files;
}
