import { open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { writeAll } from "../../../platform/write-all.ts";

interface Entry {
  readonly name: Buffer;
  readonly at: number;
  readonly sizeBytes: number;
  readonly checksum: number;
}

/** A ZIP that grows entry by entry, of whatever size. */
export interface ZipFile {
  add(name: string, source: AsyncIterable<Buffer | string>): Promise<void>;
  /** Writes the list of what is in it, and settles with the whole size when the bytes are safe. */
  finish(): Promise<number>;
}

// The numbers of the format: APPNOTE 6.3, with 64-bit sizes throughout, so that none of them can be too large.
const localMark = 0x04034b50;
const centralMark = 0x02014b50;
const end64Mark = 0x06064b50;
const locator64Mark = 0x07064b50;
const endMark = 0x06054b50;
const version = 45;
const utf8Names = 0x0800;
/** 1 January 1980, the first day the format knows: a copy tells its own dates inside. */
const noDate = 0x21;
const filled16 = 0xffff;
const filled32 = 0xffffffff;

/**
 * Nothing is pressed together: pictures and films are so already, and the words of a person are small beside them.
 * Sizes and checksums are written into an entry's head after its bytes, which a file on a disk allows.
 */
export async function openZip(
  path: string,
): Promise<ZipFile & AsyncDisposable> {
  const handle = await open(path, "w", 0o600);
  const entries: Entry[] = [];
  let end = 0;
  const append = async (bytes: Buffer): Promise<void> => {
    await writeAll(handle, bytes, end);
    end += bytes.length;
  };
  return {
    async add(name, source) {
      const named = Buffer.from(name, "utf8");
      const at = end;
      await append(localHead({ name: named, at, sizeBytes: 0, checksum: 0 }));
      const from = end;
      let checksum = 0;
      for await (const piece of source) {
        const bytes = Buffer.from(piece);
        checksum = crc32(bytes, checksum);
        await append(bytes);
      }
      const entry = { name: named, at, sizeBytes: end - from, checksum };
      await writeAll(handle, localHead(entry), at);
      entries.push(entry);
    },
    async finish() {
      const from = end;
      for (const entry of entries) await append(centralHead(entry));
      await append(closing(entries.length, { from, length: end - from }));
      await handle.datasync();
      return end;
    },
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

/** One number of a record: how many bytes it takes, and what it is. */
type Field = readonly [sizeBytes: 2 | 4 | 8, value: number];

/** Numbers one after the other, the smallest byte first. */
function record(...fields: readonly Field[]): Buffer {
  return Buffer.concat(
    fields.map(([sizeBytes, value]) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(value));
      return bytes.subarray(0, sizeBytes);
    }),
  );
}

/** The extra field of 64-bit numbers. */
const wide = (...numbers: readonly number[]): Buffer =>
  record(
    [2, 1],
    [2, 8 * numbers.length],
    ...numbers.map((number): Field => [8, number]),
  );

/** What both heads of an entry say of it; how it is pressed and when it was made are nothing. */
const told = ({ name, checksum }: Entry, extra: Buffer): Buffer =>
  record(
    [2, version],
    [2, utf8Names],
    [2, 0],
    [2, 0],
    [2, noDate],
    [4, checksum],
    [4, filled32],
    [4, filled32],
    [2, name.length],
    [2, extra.length],
  );

function localHead(entry: Entry): Buffer {
  const extra = wide(entry.sizeBytes, entry.sizeBytes);
  const mark = record([4, localMark]);
  return Buffer.concat([mark, told(entry, extra), entry.name, extra]);
}

function centralHead(entry: Entry): Buffer {
  const extra = wide(entry.sizeBytes, entry.sizeBytes, entry.at);
  return Buffer.concat([
    record([4, centralMark], [2, version]),
    told(entry, extra),
    // No comment, the first disk, no attributes; where it is stands in the extra field.
    record([2, 0], [2, 0], [2, 0], [4, 0], [4, filled32]),
    entry.name,
    extra,
  ]);
}

function closing(
  count: number,
  { from, length }: { readonly from: number; readonly length: number },
): Buffer {
  return Buffer.concat([
    record([4, end64Mark], [8, 44], [2, version], [2, version], [4, 0], [4, 0]),
    record([8, count], [8, count], [8, length], [8, from]),
    record([4, locator64Mark], [4, 0], [8, from + length], [4, 1]),
    record([4, endMark], [2, 0], [2, 0], [2, filled16], [2, filled16]),
    record([4, filled32], [4, filled32], [2, 0]),
  ]);
}
