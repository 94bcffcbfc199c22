import { open, type FileHandle } from "node:fs/promises";

/** What a file of the media server says of itself. */
export interface TrackFacts {
  readonly firstPacketAt: Date;
  readonly lastPacketAt: Date;
  readonly byteCount: number;
}

const fileMark = "MJR00002";
const packetMark = Buffer.from("MEET");
/** Mark, milliseconds since the first packet, length of the packet. */
const packetHeadBytes = packetMark.length + 4 + 2;
const tailBytes = 256 * 1024;

/**
 * Reads the head and the last packets of a track (mjr); one that was torn off by a death is good up to the tear.
 * Undefined: there is no such file, or no packet in it.
 */
export async function readTrackFacts(
  path: string,
): Promise<TrackFacts | undefined> {
  let handle: FileHandle;
  try {
    handle = await open(path, "r");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  try {
    const { size } = await handle.stat();
    const head = await readHead(handle);
    if (head === undefined) return undefined;
    const from = Math.max(head.bytes, size - tailBytes);
    const tail = await readAt(handle, from, size - from);
    const lastMs = lastPacketMs(tail);
    if (lastMs === undefined) return undefined;
    return {
      firstPacketAt: new Date(head.firstPacketAtMs),
      lastPacketAt: new Date(head.firstPacketAtMs + lastMs),
      byteCount: size,
    };
  } finally {
    await handle.close();
  }
}

async function readHead(
  handle: FileHandle,
): Promise<
  { readonly firstPacketAtMs: number; readonly bytes: number } | undefined
> {
  const start = await readAt(handle, 0, fileMark.length + 2);
  if (
    start.length < fileMark.length + 2 ||
    start.toString("latin1", 0, fileMark.length) !== fileMark
  )
    return undefined;
  const textBytes = start.readUInt16BE(fileMark.length);
  const text = await readAt(handle, start.length, textBytes);
  const firstPacketAtUs = /"u": ?(\d+)/u.exec(text.toString("utf8"))?.[1];
  return firstPacketAtUs === undefined
    ? undefined
    : {
        firstPacketAtMs: Math.floor(Number(firstPacketAtUs) / 1000),
        bytes: start.length + textBytes,
      };
}

async function readAt(
  handle: FileHandle,
  from: number,
  length: number,
): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, from);
  return bytes.subarray(0, bytesRead);
}

/** So many marks are tried as the first packet. */
const triedMarks = 64;

/**
 * Of the last whole packet. The bytes begin in the midst of one, and a packet may hold by chance what packets begin
 * with: the longest chain of packets is the real one.
 */
function lastPacketMs(bytes: Buffer): number | undefined {
  let longest: Chain = { packets: 0, lastMs: undefined };
  let at = bytes.indexOf(packetMark);
  for (let tried = 0; at !== -1 && tried < triedMarks; tried += 1) {
    const chain = chainFrom(bytes, at);
    if (chain.packets > longest.packets) longest = chain;
    at = bytes.indexOf(packetMark, at + 1);
  }
  return longest.lastMs;
}

interface Chain {
  readonly packets: number;
  readonly lastMs: number | undefined;
}

function chainFrom(bytes: Buffer, start: number): Chain {
  let packets = 0;
  let lastMs: number | undefined;
  for (let at = start; at + packetHeadBytes <= bytes.length;) {
    const isMarked =
      packetMark.compare(bytes, at, at + packetMark.length) === 0;
    const next = at + packetHeadBytes + bytes.readUInt16BE(at + 8);
    if (!isMarked || next > bytes.length) break;
    packets += 1;
    lastMs = bytes.readUInt32BE(at + packetMark.length);
    at = next;
  }
  return { packets, lastMs };
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
