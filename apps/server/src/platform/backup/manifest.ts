import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Type, type Static } from "typebox";
import { createInputCheck } from "../input-check.ts";
import { StartRefusedError } from "../start-refused-error.ts";

const Digest = Type.String({ pattern: "^[0-9a-f]{64}$" });
const Count = Type.Integer({ minimum: 0 });

const ManifestFields = Type.Object({
  format: Type.Literal("veche-backup-1"),
  /** When the database was as it is here, ISO 8601. */
  takenAt: Type.String(),
  /** The last migration that the database had had. */
  lastMigration: Type.String(),
  /** Proves that a server has the key that the secrets in here are sealed with; tells nothing of the key. */
  keyPrint: Digest,
  tables: Type.Array(
    Type.Object({
      name: Type.String(),
      columns: Type.Array(Type.String()),
      rows: Count,
      /** SHA-256 of the rows as COPY writes them. */
      sha256: Digest,
    }),
  ),
  sequences: Type.Array(
    Type.Object({
      name: Type.String(),
      lastValue: Type.String({ pattern: "^-?\\d+$" }),
      isCalled: Type.Boolean(),
    }),
  ),
  /** Everything that stood in the data folder beside the database, by its path there. */
  files: Type.Array(
    Type.Object({ path: Type.String(), bytes: Count, sha256: Digest }),
  ),
});

/** What a backup holds, with a fingerprint of each part; written last, so that a folder without it is none. */
export type Manifest = Readonly<Static<typeof ManifestFields>>;
export type TableEntry = Manifest["tables"][number];
export type SequenceEntry = Manifest["sequences"][number];
export type FileEntry = Manifest["files"][number];

const check = createInputCheck(ManifestFields);

const manifestFile = "manifest.json";
/** Where the rows of a table stand in a backup. */
export const tablePath = (name: string): string => `database/${name}.copy.gz`;
/** Where a file of the data folder stands in a backup. */
export const filePath = (path: string): string => `data/${path}`;

export const writeManifest = (
  folder: string,
  manifest: Manifest,
): Promise<void> =>
  writeFile(
    join(folder, manifestFile),
    `${JSON.stringify(manifest, null, 1)}\n`,
    { mode: 0o600, flush: true },
  );

/** Refuses with `StartRefusedError` what is no whole backup of ours. */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, manifestFile);
  let given: unknown;
  try {
    given = JSON.parse(await readFile(path, "utf8"));
  } catch (cause) {
    throw new StartRefusedError(
      `${folder} is no backup, or one that was cut off: ${path} can't be read. Name the folder that "npm run backup" wrote.`,
      { cause },
    );
  }
  const [issue] = check(given);
  if (issue !== undefined)
    throw new StartRefusedError(
      `${path} was not written by this version of Veche or was changed: ${issue.path || "the whole"} ${issue.message}.`,
    );
  // It has just been checked against the schema of this type.
  return given as Manifest;
}
