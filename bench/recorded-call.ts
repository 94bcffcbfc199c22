import { execFileSync } from "node:child_process";
import {
  pieces,
  recordedTrack,
  type WrittenPacket,
} from "../apps/server/tests/recorded-track.ts";

/** So much of a person is encoded once, as their browser would have; longer tracks repeat it. */
const sampleMs = 10_000;
const frameMs = 40;
const soundMs = 20;

/** A person who moves and talks: pictures of 640 by 360 at 600 kbit/s, and their sound. */
export interface Sample {
  readonly pictures: readonly (readonly Buffer[])[];
  readonly sound: readonly Buffer[];
}

/** Encodes what stands for a person. Nobody is filmed: noise over a moving picture costs an encoder as much. */
export function makeSample(seed: number): Sample {
  const seconds = sampleMs / 1_000;
  const ivf = run([
    ...["-f", "lavfi", "-i", `testsrc2=s=640x360:r=25:d=${seconds}`],
    ...["-vf", `noise=alls=6:allf=t:all_seed=${seed}`],
    ...["-c:v", "libvpx", "-deadline", "realtime", "-cpu-used", "8"],
    ...["-b:v", "600k", "-g", "250", "-auto-alt-ref", "0", "-f", "ivf"],
  ]);
  const ogg = run([
    ...["-f", "lavfi", "-i", `anoisesrc=c=pink:a=0.2:d=${seconds}:s=${seed}`],
    ...["-ar", "48000", "-ac", "1", "-c:a", "libopus", "-b:a", "32k"],
    ...["-frame_duration", String(soundMs), "-f", "ogg"],
  ]);
  return { pictures: framesOf(ivf).map(pieces), sound: packetsOf(ogg) };
}

const run = (how: readonly string[]): Buffer =>
  execFileSync("ffmpeg", ["-v", "error", ...how, "-"], {
    maxBuffer: 64 * 1024 ** 2,
  });

function framesOf(ivf: Buffer): readonly Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 32; at < ivf.length;) {
    const from = at + 12;
    at = from + ivf.readUInt32LE(at);
    frames.push(ivf.subarray(from, at));
  }
  return frames;
}

/** Packets out of Ogg's pages; the first two are its headers. */
function packetsOf(ogg: Buffer): readonly Buffer[] {
  const packets: Buffer[] = [];
  let open: Buffer[] = [];
  for (let at = 0; at < ogg.length;) {
    const count = ogg.readUInt8(at + 26);
    let from = at + 27 + count;
    for (const length of ogg.subarray(at + 27, at + 27 + count)) {
      open.push(ogg.subarray(from, from + length));
      from += length;
      if (length === 255) continue;
      packets.push(Buffer.concat(open));
      open = [];
    }
    at = from;
  }
  return packets.slice(2);
}

/** Both tracks of a person in a call of this length. */
export function tracksOf(
  { pictures, sound }: Sample,
  beganAtMs: number,
  lastsMs: number,
): { readonly camera: Buffer; readonly microphone: Buffer } {
  return {
    camera: recordedTrack(
      "picture",
      beganAtMs,
      pictureParts(pictures, lastsMs),
    ),
    microphone: recordedTrack(
      "sound",
      beganAtMs,
      Array.from({ length: lastsMs / soundMs }, (_, index) => ({
        receivedMs: index * soundMs,
        sequence: index,
        timestamp: index * soundMs * 48,
        payload: sound[index % sound.length] ?? Buffer.alloc(0),
      })),
    ),
  };
}

function pictureParts(
  pictures: Sample["pictures"],
  lastsMs: number,
): readonly WrittenPacket[] {
  let sequence = 0;
  return Array.from({ length: lastsMs / frameMs }, (_, index) => {
    const parts = pictures[index % pictures.length] ?? [];
    return parts.map((payload, place): WrittenPacket => {
      sequence += 1;
      return {
        receivedMs: index * frameMs,
        sequence,
        timestamp: index * frameMs * 90,
        marker: place === parts.length - 1,
        payload,
      };
    });
  }).flat();
}
