import { execFileSync } from "node:child_process";

/** A packet of a track: when it came and what it says. */
export interface WrittenPacket {
  readonly receivedMs: number;
  readonly sequence: number;
  readonly timestamp: number;
  readonly marker?: boolean;
  readonly payload: Buffer;
}

/** A track as Janus writes it. */
export function recordedTrack(
  media: "sound" | "picture",
  firstPacketAtMs: number,
  packets: readonly WrittenPacket[],
): Buffer {
  const head = Buffer.from(
    JSON.stringify({
      ...(media === "sound" ? { t: "a", c: "opus" } : { t: "v", c: "vp8" }),
      s: firstPacketAtMs * 1_000,
      u: firstPacketAtMs * 1_000,
    }),
  );
  return Buffer.concat([
    Buffer.from("MJR00002"),
    sixteen(head.length),
    head,
    ...packets.map(writePacket),
  ]);
}

function writePacket({
  receivedMs,
  sequence,
  timestamp,
  marker = false,
  payload,
}: WrittenPacket): Buffer {
  const rtp = Buffer.alloc(12);
  rtp.writeUInt8(0x80, 0);
  rtp.writeUInt8((marker ? 0x80 : 0) | 96, 1);
  rtp.writeUInt16BE(sequence % 65_536, 2);
  rtp.writeUInt32BE(timestamp % 2 ** 32, 4);
  const received = Buffer.alloc(4);
  received.writeUInt32BE(receivedMs);
  return Buffer.concat([
    Buffer.from("MEET"),
    received,
    sixteen(rtp.length + payload.length),
    rtp,
    payload,
  ]);
}

function sixteen(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

const silence = Buffer.from([0xf8, 0xff, 0xfe]);

/** Somebody who says nothing for so long. */
export const silentTrack = (firstPacketAtMs: number, lastsMs: number): Buffer =>
  recordedTrack(
    "sound",
    firstPacketAtMs,
    Array.from({ length: lastsMs / 20 }, (_, index) => ({
      receivedMs: index * 20,
      sequence: 65_530 + index,
      timestamp: index * 960,
      payload: silence,
    })),
  );

const frameMs = 40;
const rtpBytes = 1_000;

/** A moving picture of 320 by 240 points; ffmpeg makes it. */
export function movingTrack(firstPacketAtMs: number, lastsMs: number): Buffer {
  let sequence = 0;
  const packets = encode(lastsMs).flatMap((bytes, index) =>
    pieces(bytes).map((payload, place, all): WrittenPacket => {
      sequence += 1;
      return {
        receivedMs: index * frameMs,
        sequence,
        timestamp: index * frameMs * 90,
        marker: place === all.length - 1,
        payload,
      };
    }),
  );
  return recordedTrack("picture", firstPacketAtMs, packets);
}

/** The frames, out of the simplest file that ffmpeg knows (IVF). */
function encode(lastsMs: number): readonly Buffer[] {
  const ivf = execFileSync("ffmpeg", [
    ...["-v", "error", "-f", "lavfi", "-i"],
    `testsrc=s=320x240:r=25:d=${lastsMs / 1_000}`,
    ...["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"],
    ...["-auto-alt-ref", "0", "-f", "ivf", "-"],
  ]);
  const frames: Buffer[] = [];
  for (let at = 32; at < ivf.length;) {
    const from = at + 12;
    at = from + ivf.readUInt32LE(at);
    frames.push(ivf.subarray(from, at));
  }
  return frames;
}

/** Packets of one frame, as RFC 7741 cuts it. */
export const pieces = (frame: Buffer): readonly Buffer[] =>
  Array.from({ length: Math.ceil(frame.length / rtpBytes) }, (_, index) =>
    Buffer.concat([
      Buffer.from([index === 0 ? 0x10 : 0x00]),
      frame.subarray(index * rtpBytes, (index + 1) * rtpBytes),
    ]),
  );
