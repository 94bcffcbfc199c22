import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileVariants, type FileId } from "@veche/contracts";
import type { Client } from "pg";
import type { World } from "@veche/test-world";
import type { StoredFile } from "../checkers/evidence.ts";

interface FileRow {
  readonly fileId: FileId;
  readonly state: StoredFile["state"];
  readonly receivedBytes: string;
  readonly sizeBytes: string;
}

/** What the table says of every file beside what lies in the folder, and what lies there that no row knows. */
export async function gatherFiles(
  { server }: World,
  database: Client,
): Promise<{
  readonly files: readonly StoredFile[];
  readonly strayFiles: readonly string[];
}> {
  const root = join(server.dataDir, "files");
  // The folder first: what comes meanwhile has a row and no bytes that were looked for.
  const held = heldIn(root);
  const { rows } = await database.query<FileRow>(
    `SELECT id AS "fileId", state, received_bytes AS "receivedBytes", size_bytes AS "sizeBytes" FROM files`,
  );
  const known = new Set<string>(rows.map(({ fileId }) => fileId));
  const strayFiles = held
    .filter(
      ({ folder, name }) =>
        !known.has(folder) ||
        !(fileVariants as readonly string[]).includes(name),
    )
    .map(({ folder, name }) => `${folder}/${name}`);
  const files = rows.map(({ fileId, state, ...counts }): StoredFile => {
    const whole = held.find(
      ({ folder, name }) => folder === fileId && name === "whole",
    );
    const bytes = whole === undefined ? undefined : readFileSync(whole.path);
    return {
      fileId,
      state,
      receivedBytes: Number(counts.receivedBytes),
      sizeBytes: Number(counts.sizeBytes),
      heldBytes: bytes?.length ?? null,
      sha256:
        bytes === undefined
          ? null
          : createHash("sha256").update(bytes).digest("hex"),
    };
  });
  return { files, strayFiles };
}

function heldIn(root: string) {
  const list = (path: string): readonly string[] => {
    try {
      return readdirSync(path);
    } catch {
      return [];
    }
  };
  return list(root).flatMap((shelf) =>
    list(join(root, shelf)).flatMap((folder) =>
      list(join(root, shelf, folder)).map((name) => ({
        folder,
        name,
        path: join(root, shelf, folder, name),
      })),
    ),
  );
}
