import type { Readable } from "node:stream";
import type { FileId, FileVariant } from "@veche/contracts";
import type { ByteRange } from "../../platform/http/byte-range.ts";

/** What became of a part: `cut` when its sender went away in the middle of it. */
export interface Appended {
  /** The bytes up to here are safe. */
  readonly to: number;
  readonly end: "whole" | "cut" | "too_long";
}

/**
 * Where the bytes are. Names nothing but ids: which bytes are whose, and whether they are whole, is known to the
 * tables alone. Today a folder; a store of objects would stand behind the same face.
 */
export interface ByteStore {
  /**
   * Writes bytes as they come, from `at` on; whatever stood behind is gone. Settles when they are safe, also those that
   * came before the sender went away. Throws what the disk says, then nothing of this part is kept.
   */
  append(
    fileId: FileId,
    part: {
      readonly at: number;
      readonly source: AsyncIterable<Buffer>;
      readonly maxTo: number;
    },
  ): Promise<Appended>;
  /** Undefined when there is no such thing. */
  read(
    fileId: FileId,
    variant: FileVariant,
    range?: ByteRange,
  ): Promise<StoredBytes | undefined>;
  /** Lends the file on a disk to those who look at it; what they make stands in `folder`. */
  borrow(fileId: FileId): Promise<BorrowedFile>;
  /** Everything of it. Nothing to remove is fine. */
  remove(fileId: FileId): Promise<void>;
}

interface StoredBytes {
  readonly sizeBytes: number;
  /** The stretch that was asked for. */
  readonly bytes: () => Readable;
}

interface BorrowedFile {
  readonly whole: string;
  /** Where variants are written, under their names. */
  readonly folder: string;
}
