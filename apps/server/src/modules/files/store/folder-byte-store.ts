import { constants, createReadStream } from "node:fs";
import { mkdir, open, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { FileId, FileVariant } from "@veche/contracts";
import { writeAll } from "../../../platform/write-all.ts";
import type { Appended, ByteStore } from "../byte-store.ts";

const privateFolder = 0o700;
const privateFile = 0o600;

/** Bytes in a folder: one folder a file, gathered by the end of their ids, which is chance. */
export function createFolderByteStore(root: string): ByteStore {
  const folderOf = (fileId: FileId) => join(root, fileId.slice(-2), fileId);
  const pathOf = (fileId: FileId, variant: FileVariant) =>
    join(folderOf(fileId), variant);

  return {
    async append(fileId, { at, source, maxTo }) {
      await mkdir(folderOf(fileId), { recursive: true, mode: privateFolder });
      await using handle = await open(
        pathOf(fileId, "whole"),
        constants.O_RDWR | constants.O_CREAT,
        privateFile,
      );
      await handle.truncate(at);
      try {
        const appended = await write(handle, { at, source, maxTo });
        await handle.datasync();
        return appended;
      } catch (error) {
        // A full disk has room for what was there before.
        await handle.truncate(at).catch(() => undefined);
        throw error;
      }
    },
    async read(fileId, variant, range) {
      const path = pathOf(fileId, variant);
      const found = await stat(path).catch(undefinedWhenMissing);
      if (found === undefined) return undefined;
      return {
        sizeBytes: found.size,
        bytes: () =>
          createReadStream(
            path,
            range === undefined ? {} : { start: range.from, end: range.to },
          ),
      };
    },
    borrow: async (fileId) => ({
      whole: pathOf(fileId, "whole"),
      folder: folderOf(fileId),
    }),
    remove: (fileId) => rm(folderOf(fileId), { recursive: true, force: true }),
  };
}

async function write(
  handle: FileHandle,
  { at, source, maxTo }: Parameters<ByteStore["append"]>[1],
): Promise<Appended> {
  let to = at;
  const chunks = source[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next().catch(() => "cut" as const);
    if (next === "cut") return { to, end: "cut" };
    if (next.done === true) return { to, end: "whole" };
    if (to + next.value.length > maxTo) {
      await chunks.return?.();
      return { to, end: "too_long" };
    }
    await writeAll(handle, next.value, to);
    to += next.value.length;
  }
}

function undefinedWhenMissing(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    return undefined;
  throw error;
}
