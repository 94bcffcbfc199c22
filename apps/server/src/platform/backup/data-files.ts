import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { codeOf } from "../db/failures.ts";
import { digestStream } from "./digest.ts";
import type { FileEntry } from "./manifest.ts";

/** What the server makes anew at every start, and the database, which is written out by itself. */
const leftOut: ReadonlySet<string> = new Set([
  "cache",
  "janus",
  "postgres",
  "run",
  "turn",
  "veche.pid",
]);

/** Paths in the data folder of everything that cannot be made again. */
export async function listDataFiles(
  dataDir: string,
): Promise<readonly string[]> {
  const entries = await readdir(dataDir, {
    recursive: true,
    withFileTypes: true,
  });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(dataDir, join(parentPath, name)))
    .filter((path) => !leftOut.has(path.split(sep)[0] ?? ""))
    .sort();
}

/** Bytes of these files together; what went away meanwhile counts nothing. */
export async function sizeOf(
  dataDir: string,
  paths: readonly string[],
): Promise<number> {
  let bytes = 0;
  for (const path of paths)
    bytes += await stat(join(dataDir, path)).then(
      ({ size }) => size,
      () => 0,
    );
  return bytes;
}

/** Copies one file, readable by its owner alone. Undefined: it went away meanwhile, as what is deleted does. */
export async function copyFileTo(
  from: string,
  to: string,
): Promise<Omit<FileEntry, "path"> | undefined> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const { stream, digest } = digestStream();
  try {
    await pipeline(
      createReadStream(from),
      stream,
      createWriteStream(to, { mode: 0o600, flush: true }),
    );
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
  return digest();
}
