import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

interface TestTrack {
  readonly firstPacketAt: Date;
  /** When each packet came, since the first. */
  readonly packetsMs: readonly number[];
}

/** Bytes as Janus writes them (mjr); before the first packet there is the mark alone. */
export function trackBytes({ firstPacketAt, packetsMs }: TestTrack): Buffer {
  const head = Buffer.from(
    JSON.stringify({
      t: "a",
      c: "opus",
      s: firstPacketAt.getTime() * 1000 - 7,
      u: firstPacketAt.getTime() * 1000,
    }),
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(head.length);
  const mark = Buffer.from("MJR00002");
  if (packetsMs.length === 0) return mark;
  return Buffer.concat([mark, length, head, ...packetsMs.map(packet)]);
}

/** One whose bytes hold the very mark that packets begin with. */
function packet(atMs: number): Buffer {
  const payload = Buffer.from("0123MEET89abcdef");
  const head = Buffer.alloc(10);
  head.write("MEET");
  head.writeUInt32BE(atMs, 4);
  head.writeUInt16BE(payload.length, 8);
  return Buffer.concat([head, payload]);
}

export async function writeTrack(
  path: string,
  track: TestTrack,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, trackBytes(track));
}
