import type { OrderedPacket } from "../mjr/packet-order.ts";

/** A picture whose packets are all there. */
export interface Vp8Picture {
  readonly isKey: boolean;
  readonly bytes: Buffer;
  readonly sentMs: number;
  /** Of the packet that came first. */
  readonly receivedMs: number;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

interface Unfinished {
  readonly timestamp: number;
  readonly sentMs: number;
  readonly pieces: Buffer[];
  receivedMs: number;
}

/** Without what it builds on a picture is a smear; but no picture at all for longer is worse. */
const frozenAtMostMs = 2_000;

/** Puts VP8 pictures together from their packets (RFC 7741). After a loss it waits for a picture that needs none before. */
export class Vp8Frames {
  #unfinished: Unfinished | undefined;
  #hasBegun = false;
  #brokenSinceMs: number | undefined;

  /** The picture that this packet completes. */
  take(packet: OrderedPacket): Vp8Picture | undefined {
    const { payload, timestamp, sentMs, receivedMs } = packet;
    // A packet without a payload only keeps the line open.
    if (payload.length === 0) return undefined;
    const from = descriptorBytes(payload);
    if (from === undefined || from >= payload.length) return undefined;
    if (packet.isAfterLoss) this.#break(receivedMs);
    const isStart =
      (payload.readUInt8(0) & 0x10) !== 0 &&
      (payload.readUInt8(0) & 0x07) === 0;
    if (isStart) {
      // The one before never got its last packet.
      if (this.#unfinished !== undefined) this.#break(receivedMs);
      this.#unfinished = { timestamp, sentMs, pieces: [], receivedMs };
    }
    const current = this.#unfinished;
    if (current?.timestamp !== timestamp) return undefined;
    current.pieces.push(payload.subarray(from));
    current.receivedMs = Math.min(current.receivedMs, receivedMs);
    if (!packet.marker) return undefined;
    this.#unfinished = undefined;
    return this.#finish(current);
  }

  #break(atMs: number): void {
    this.#unfinished = undefined;
    this.#brokenSinceMs ??= atMs;
  }

  #finish({ pieces, sentMs, receivedMs }: Unfinished): Vp8Picture | undefined {
    const bytes = Buffer.concat(pieces);
    const isKey = (bytes.readUInt8(0) & 0x01) === 0;
    if (isKey) {
      this.#hasBegun = true;
      this.#brokenSinceMs = undefined;
    }
    const isFrozen =
      this.#brokenSinceMs !== undefined &&
      receivedMs - this.#brokenSinceMs < frozenAtMostMs;
    if (!this.#hasBegun || isFrozen) return undefined;
    return { isKey, bytes, sentMs, receivedMs };
  }
}

/** Undefined when the packet ends within. */
function descriptorBytes(payload: Buffer): number | undefined {
  const first = payload.readUInt8(0);
  if ((first & 0x80) === 0) return 1;
  if (payload.length < 3) return undefined;
  const more = payload.readUInt8(1);
  const pictureIdBytes =
    (more & 0x80) === 0 ? 0 : (payload.readUInt8(2) & 0x80) === 0 ? 1 : 2;
  const hasLayerByte = (more & 0x30) !== 0;
  return (
    2 + pictureIdBytes + ((more & 0x40) === 0 ? 0 : 1) + (hasLayerByte ? 1 : 0)
  );
}

/** As a picture that needs none before says it; undefined for any other. */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
  const startCode = 0x9d012a;
  if (bytes.length < 10 || bytes.readUIntBE(3, 3) !== startCode)
    return undefined;
  return {
    width: bytes.readUInt16LE(6) & 0x3fff,
    height: bytes.readUInt16LE(8) & 0x3fff,
  };
}
