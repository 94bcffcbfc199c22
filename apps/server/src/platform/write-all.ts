import type { FileHandle } from "node:fs/promises";

/** Writes all the bytes at a place of a file: one call of the system may take fewer. */
export async function writeAll(
  handle: FileHandle,
  bytes: Buffer,
  at: number,
): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(
      bytes,
      done,
      bytes.length - done,
      at + done,
    );
    done += bytesWritten;
  }
}
