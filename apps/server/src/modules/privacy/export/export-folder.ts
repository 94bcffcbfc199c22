import { createReadStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { ExportId } from "@veche/contracts";
import { openZip, type ZipFile } from "./zip-file.ts";

/** Where the copies are, until they expire. */
export interface ExportFolder {
  /** Whole or not at all, whatever is killed when. Settles with the size. */
  write(id: ExportId, fill: (zip: ZipFile) => Promise<void>): Promise<number>;
  /** Undefined when there is none. */
  read(
    id: ExportId,
  ): Promise<{ readonly sizeBytes: number; bytes(): Readable } | undefined>;
  /** Nothing to remove is fine. */
  remove(id: ExportId): Promise<void>;
}

export function createExportFolder(folder: string): ExportFolder {
  const pathOf = (id: ExportId) => join(folder, `${id}.zip`);
  const partOf = (id: ExportId) => join(folder, `${id}.part`);
  return {
    async write(id, fill) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      let sizeBytes: number;
      {
        await using zip = await openZip(partOf(id));
        await fill(zip);
        sizeBytes = await zip.finish();
      }
      await rename(partOf(id), pathOf(id));
      return sizeBytes;
    },
    async read(id) {
      const found = await stat(pathOf(id)).catch(() => undefined);
      return (
        found && {
          sizeBytes: found.size,
          bytes: () => createReadStream(pathOf(id)),
        }
      );
    },
    async remove(id) {
      await rm(pathOf(id), { force: true });
      await rm(partOf(id), { force: true });
    },
  };
}
