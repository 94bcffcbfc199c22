import { createReadStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { CompositionId, RecordingId, ReelId } from "@veche/contracts";

type Kept =
  | { readonly kind: "reel"; readonly id: ReelId }
  | {
      readonly kind: "film";
      readonly id: CompositionId;
      readonly run: number;
      readonly format: "mp4" | "webm";
    };

/** Where reels and films are, a folder a recording. What is whole and whose it is is known to the tables alone. */
export interface LibraryFolder {
  /** Where it belongs; its folder stands. */
  place(recordingId: RecordingId, kept: Kept): Promise<string>;
  path(recordingId: RecordingId, kept: Kept): string;
  /** Undefined when there is none. */
  read(path: string): Promise<StoredFilm | undefined>;
  /** Nothing to remove is fine. */
  remove(path: string): Promise<void>;
  removeAll(recordingId: RecordingId): Promise<void>;
}

interface StoredFilm {
  readonly sizeBytes: number;
  bytes(range?: { readonly from: number; readonly to: number }): Readable;
}

export function createLibraryFolder(dataDir: string): LibraryFolder {
  const root = join(dataDir, "library");
  const pathOf = (recordingId: RecordingId, kept: Kept): string =>
    join(
      root,
      recordingId,
      kept.kind === "reel"
        ? `${kept.id}.webm`
        : `${kept.id}-${kept.run}.${kept.format}`,
    );
  return {
    path: pathOf,
    async place(recordingId, kept) {
      await mkdir(join(root, recordingId), { recursive: true, mode: 0o700 });
      return pathOf(recordingId, kept);
    },
    async read(path) {
      const found = await stat(path).catch(() => undefined);
      return (
        found && {
          sizeBytes: found.size,
          bytes: (range) =>
            createReadStream(
              path,
              range === undefined ? {} : { start: range.from, end: range.to },
            ),
        }
      );
    },
    remove: (path) => rm(path, { force: true }),
    removeAll: (recordingId) =>
      rm(join(root, recordingId), { recursive: true, force: true }),
  };
}
