import { writeRtp } from "./rtp.ts";

export const vp8Payload = 96;

/** One of a camera's sizes. */
interface CameraSize {
  readonly kbps: number;
  readonly width: number;
  readonly height: number;
}

export interface CameraOptions {
  readonly framesPerSecond: number;
  /** The smallest first; three, as clients send. */
  readonly sizes: readonly CameraSize[];
}

/** What the product's clients send, at fifteen frames a second. */
export const usualCamera: CameraOptions = {
  framesPerSecond: 15,
  sizes: [
    { kbps: 100, width: 320, height: 180 },
    { kbps: 300, width: 640, height: 360 },
    { kbps: 900, width: 1280, height: 720 },
  ],
};

/** Next to nothing, for tests that count lines and not bits. */
export const tinyCamera: CameraOptions = {
  framesPerSecond: 10,
  sizes: [
    { kbps: 16, width: 320, height: 180 },
    { kbps: 32, width: 640, height: 360 },
    { kbps: 64, width: 1280, height: 720 },
  ],
};

const clockPerMs = 90;
const mostPayloadBytes = 1_000;
/** A whole picture by itself, and whenever it is asked for. */
const keyframeEvery = 300;
const temporalOf = [0, 2, 1, 2] as const;

/** One size on its way: numbers of its own, and its own wish for a whole picture. */
interface Stream {
  readonly ssrc: number;
  readonly size: CameraSize;
  readonly frameBytes: number;
  sequence: number;
  isKeyframeDue: boolean;
}

/**
 * A camera in three sizes: VP8 packets with true descriptors and headers, and nothing behind them. Whole pictures come
 * when they are asked for, temporal layers in the order of a browser's.
 */
export class Camera implements Disposable {
  readonly #streams: readonly Stream[];
  readonly #send: (packet: Buffer) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #startedAt = performance.now();
  #picture = 0;

  constructor(
    { framesPerSecond, sizes }: CameraOptions,
    {
      ssrcs,
      send,
    }: {
      readonly ssrcs: readonly number[];
      readonly send: (packet: Buffer) => void;
    },
  ) {
    this.#send = send;
    this.#streams = sizes.map((size, index) => ({
      ssrc: ssrcs[index] ?? 0,
      size,
      frameBytes: Math.round((size.kbps * 1_000) / 8 / framesPerSecond),
      sequence: 0,
      isKeyframeDue: true,
    }));
    this.#timer = setInterval(() => this.#shoot(), 1_000 / framesPerSecond);
  }

  /** Somebody needs a whole picture of this stream. */
  askKeyframe(ssrc: number): void {
    for (const stream of this.#streams)
      if (stream.ssrc === ssrc) stream.isKeyframeDue = true;
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }

  #shoot(): void {
    const timestamp = Math.round(
      (performance.now() - this.#startedAt) * clockPerMs,
    );
    for (const stream of this.#streams) this.#sendPicture(stream, timestamp);
    this.#picture += 1;
  }

  #sendPicture(stream: Stream, timestamp: number): void {
    const isKeyframe =
      stream.isKeyframeDue || this.#picture % keyframeEvery === 0;
    stream.isKeyframeDue = false;
    for (let sent = 0; sent < stream.frameBytes; sent += mostPayloadBytes) {
      const left = stream.frameBytes - sent;
      const body = Buffer.alloc(Math.min(left, mostPayloadBytes));
      if (sent === 0) body[0] = isKeyframe ? 0x10 : 0x11;
      if (sent === 0 && isKeyframe) writeKeyframeStart(body, stream.size);
      stream.sequence += 1;
      this.#send(
        writeRtp({
          payloadType: vp8Payload,
          sequence: stream.sequence,
          timestamp,
          ssrc: stream.ssrc,
          isMarked: left <= mostPayloadBytes,
          payload: Buffer.concat([
            descriptorOf(this.#picture, {
              isFirst: sent === 0,
              temporal: isKeyframe ? 0 : (temporalOf[this.#picture % 4] ?? 0),
            }),
            body,
          ]),
        }),
      );
    }
  }
}

/** The start code of a whole picture and its size (RFC 6386, 9.1). */
function writeKeyframeStart(body: Buffer, { width, height }: CameraSize): void {
  body.set([0x9d, 0x01, 0x2a], 3);
  body.writeUInt16LE(width, 6);
  body.writeUInt16LE(height, 8);
}

/** Picture number, number of the base layer's picture, layer (RFC 7741, 4.2). */
const descriptorOf = (
  picture: number,
  {
    isFirst,
    temporal,
  }: { readonly isFirst: boolean; readonly temporal: number },
): Buffer =>
  Buffer.from([
    isFirst ? 0x90 : 0x80,
    0xe0,
    0x80 | ((picture >> 8) & 0x7f),
    picture & 0xff,
    (picture >> 2) & 0xff,
    temporal << 6,
  ]);
