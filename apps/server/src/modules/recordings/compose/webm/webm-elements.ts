import { decimal, element, text, whole } from "./ebml.ts";
import type { PictureSize } from "../frames/vp8-frames.ts";

/** Ids of Matroska (RFC 9559). */
const id = {
  ebml: 0x1a45dfa3,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  seekPosition: 0x53ac,
  info: 0x1549a966,
  timestampScale: 0x2ad7b1,
  duration: 0x4489,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  tracks: 0x1654ae6b,
  track: 0xae,
  number: 0xd7,
  uid: 0x73c5,
  type: 0x83,
  lacing: 0x9c,
  codec: 0x86,
  codecPrivate: 0x63a2,
  seekPreRoll: 0x56bb,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  audio: 0xe1,
  frequency: 0xb5,
  channels: 0x9f,
  cues: 0x1c53bb6b,
  cuePoint: 0xbb,
  cueTime: 0xb3,
  cuePlace: 0xb7,
  cueTrack: 0xf7,
  cueCluster: 0xf1,
} as const;

export const segmentId = 0x18538067;
export const clusterId = 0x1f43b675;
export const trackNumber = { picture: 1, sound: 2 } as const;

const writer = "Veche";

export const fileHead = (): Buffer =>
  element(
    id.ebml,
    whole(0x4286, 1),
    whole(0x42f7, 1),
    whole(0x42f2, 4),
    whole(0x42f3, 8),
    text(0x4282, "webm"),
    whole(0x4287, 4),
    whole(0x4285, 2),
  );

/** Where the parts stand, from the segment's beginning. As long whatever the places are. */
export const seekHead = (cuesAt: number): Buffer =>
  element(
    id.seekHead,
    element(
      id.seek,
      element(id.seekId, Buffer.from([0x1c, 0x53, 0xbb, 0x6b])),
      whole(id.seekPosition, cuesAt),
    ),
  );

/** Times count in milliseconds. */
export const info = (durationMs: number): Buffer =>
  element(
    id.info,
    whole(id.timestampScale, 1_000_000),
    decimal(id.duration, durationMs),
    text(id.muxingApp, writer),
    text(id.writingApp, writer),
  );

/** What a film holds. */
export interface FilmContent {
  readonly picture: PictureSize | undefined;
  readonly hasSound: boolean;
}

export const tracks = ({ picture, hasSound }: FilmContent): Buffer =>
  element(
    id.tracks,
    ...(picture === undefined ? [] : [pictureTrack(picture)]),
    ...(hasSound ? [soundTrack()] : []),
  );

const pictureTrack = ({ width, height }: PictureSize): Buffer =>
  element(
    id.track,
    ...trackHead(trackNumber.picture, { type: 1, codec: "V_VP8" }),
    element(id.video, whole(id.width, width), whole(id.height, height)),
  );

const soundTrack = (): Buffer =>
  element(
    id.track,
    ...trackHead(trackNumber.sound, { type: 2, codec: "A_OPUS" }),
    element(id.codecPrivate, opusHead()),
    whole(id.seekPreRoll, 80_000_000),
    element(id.audio, decimal(id.frequency, 48_000), whole(id.channels, 2)),
  );

const trackHead = (
  number: number,
  { type, codec }: { readonly type: number; readonly codec: string },
): readonly Buffer[] => [
  whole(id.number, number),
  whole(id.uid, number),
  whole(id.type, type),
  whole(id.lacing, 0),
  text(id.codec, codec),
];

/** RFC 7845, 5.1: two channels, nothing to skip at the beginning. */
function opusHead(): Buffer {
  const rest = Buffer.alloc(11);
  rest.writeUInt8(1, 0);
  rest.writeUInt8(2, 1);
  rest.writeUInt32LE(48_000, 4);
  return Buffer.concat([Buffer.from("OpusHead"), rest]);
}

/** A place that a player can begin at. */
export interface Cue {
  readonly atMs: number;
  /** From the segment's beginning. */
  readonly clusterAt: number;
}

export const cues = (places: readonly Cue[], track: number): Buffer =>
  element(
    id.cues,
    ...places.map(({ atMs, clusterAt }) =>
      element(
        id.cuePoint,
        whole(id.cueTime, atMs),
        element(
          id.cuePlace,
          whole(id.cueTrack, track),
          whole(id.cueCluster, clusterAt),
        ),
      ),
    ),
  );
