import { mkdtemp, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const memoryFolder = "/dev/shm";
/** Some databases of a dozen megabytes each, and the write-ahead log, with much to spare. */
const spaceNeededBytes = 2 * 1024 ** 3;

/** Where a run's databases lie, and which way of copying one is quick there (PostgreSQL's CREATE DATABASE, STRATEGY). */
export interface DatabaseFolder {
  readonly path: string;
  readonly copyStrategy: "file_copy" | "wal_log";
}

/**
 * A new folder, in memory where the machine lets us: each test has a database of its own, and its thousand files cost 35 ms
 * there and 150 to 600 on a disk. The caller removes it.
 */
export async function makeDatabaseFolder(): Promise<DatabaseFolder> {
  const isInMemory = (await freeBytesOf(memoryFolder)) >= spaceNeededBytes;
  const parent = isInMemory ? memoryFolder : tmpdir();
  return {
    path: await mkdtemp(join(parent, "veche-test-")),
    copyStrategy: isInMemory ? "file_copy" : "wal_log",
  };
}

/** None where there is no such folder. */
async function freeBytesOf(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
