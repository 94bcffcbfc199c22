import { open, type FileHandle } from "node:fs/promises";
import { crc32 } from "node:zlib";

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

async function writeAll(
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

/** The extra field of 64-bit numbers. */
function wide(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * numbers.length, 2);
  for (const [index, number] of numbers.entries())
    field.writeBigUInt64LE(BigInt(number), 4 + 8 * index);
  return field;
}

function localHead({ name, sizeBytes, checksum }: Entry): Buffer {
  const extra = wide([sizeBytes, sizeBytes]);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(localMark, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(utf8Names, 6);
  head.writeUInt16LE(noDate, 12);
  head.writeUInt32LE(checksum, 14);
  head.writeUInt32LE(filled32, 18);
  head.writeUInt32LE(filled32, 22);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(extra.length, 28);
  return Buffer.concat([head, name, extra]);
}

function centralHead({ name, at, sizeBytes, checksum }: Entry): Buffer {
  const extra = wide([sizeBytes, sizeBytes, at]);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(centralMark, 0);
  head.writeUInt16LE(version, 4);
  head.writeUInt16LE(version, 6);
  head.writeUInt16LE(utf8Names, 8);
  head.writeUInt16LE(noDate, 14);
  head.writeUInt32LE(checksum, 16);
  head.writeUInt32LE(filled32, 20);
  head.writeUInt32LE(filled32, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(extra.length, 30);
  head.writeUInt32LE(filled32, 42);
  return Buffer.concat([head, name, extra]);
}

function closing(
  count: number,
  { from, length }: { readonly from: number; readonly length: number },
): Buffer {
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(end64Mark, 0);
  end64.writeBigUInt64LE(44n, 4);
  end64.writeUInt16LE(version, 12);
  end64.writeUInt16LE(version, 14);
  end64.writeBigUInt64LE(BigInt(count), 24);
  end64.writeBigUInt64LE(BigInt(count), 32);
  end64.writeBigUInt64LE(BigInt(length), 40);
  end64.writeBigUInt64LE(BigInt(from), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(locator64Mark, 0);
  locator.writeBigUInt64LE(BigInt(from + length), 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endMark, 0);
  end.writeUInt16LE(filled16, 8);
  end.writeUInt16LE(filled16, 10);
  end.writeUInt32LE(filled32, 12);
  end.writeUInt32LE(filled32, 16);
  return Buffer.concat([end64, locator, end]);
}
