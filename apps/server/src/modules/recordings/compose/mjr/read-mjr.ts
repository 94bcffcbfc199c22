import { open, type FileHandle } from "node:fs/promises";
import { MjrUnreadableError, readMjrHead, type MjrHead } from "./mjr-head.ts";

/** A packet as it stands in the file. */
interface StoredPacket {
  /** Since the track's first packet. */
  readonly receivedMs: number;
  readonly bytes: Buffer;
}

export interface MjrFile extends AsyncDisposable {
  readonly head: MjrHead;
  /**
   * All packets in the order they came, many at a time; can be read again. What a death of the media server tore off at
   * the end is left out.
   */
  packets(): AsyncIterable<readonly StoredPacket[]>;
}

const fileMark = "MJR00002";
const packetMark = Buffer.from("MEET");
/** Mark, milliseconds, length. */
const packetHeadBytes = packetMark.length + 4 + 2;
const fileHeadBytes = fileMark.length + 2;
const readAtOnceBytes = 1024 * 1024;

/** Opens a track that Janus wrote. Throws `MjrUnreadableError` for what is none, an empty file among them. */
export async function openMjr(path: string): Promise<MjrFile> {
  const handle = await open(path, "r");
  try {
    const start = await readAt(handle, 0, fileHeadBytes);
    if (start.subarray(0, fileMark.length).toString("latin1") !== fileMark)
      throw new MjrUnreadableError("the file does not begin as a track does");
    const headBytes = start.readUInt16BE(fileMark.length);
    const text = await readAt(handle, fileHeadBytes, headBytes);
    const head = readMjrHead(text.toString("utf8"));
    return {
      head,
      packets: () => readPackets(handle, fileHeadBytes + headBytes),
      [Symbol.asyncDispose]: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function readAt(
  handle: FileHandle,
  from: number,
  length: number,
): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(
    Buffer.alloc(length),
    0,
    length,
    from,
  );
  if (bytesRead < length) throw new MjrUnreadableError("the head is torn");
  return buffer;
}

async function* readPackets(
  handle: FileHandle,
  from: number,
): AsyncIterable<readonly StoredPacket[]> {
  let left = Buffer.alloc(0);
  for (let at = from; ;) {
    const { bytesRead, buffer } = await handle.read(
      Buffer.alloc(readAtOnceBytes),
      0,
      readAtOnceBytes,
      at,
    );
    if (bytesRead === 0) return;
    at += bytesRead;
    const { packets, rest } = split(
      Buffer.concat([left, buffer.subarray(0, bytesRead)]),
    );
    left = rest;
    if (packets.length > 0) yield packets;
  }
}

/** The whole packets of these bytes, and what is left for the next ones. */
function split(bytes: Buffer): {
  readonly packets: readonly StoredPacket[];
  readonly rest: Buffer<ArrayBuffer>;
} {
  const packets: StoredPacket[] = [];
  let at = 0;
  while (at + packetHeadBytes <= bytes.length) {
    if (packetMark.compare(bytes, at, at + packetMark.length) !== 0) {
      at = nextMark(bytes, at + 1);
      continue;
    }
    const from = at + packetHeadBytes;
    const to = from + bytes.readUInt16BE(from - 2);
    if (to > bytes.length) break;
    const receivedMs = bytes.readUInt32BE(at + packetMark.length);
    packets.push({ receivedMs, bytes: bytes.subarray(from, to) });
    at = to;
  }
  return { packets, rest: Buffer.from(bytes.subarray(at)) };
}

/** After bytes that nobody can read, a page that never reached the disk for one, reading goes on at the next packet. */
function nextMark(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(packetMark, from);
  return at === -1 ? Math.max(from, bytes.length - packetMark.length) : at;
}
