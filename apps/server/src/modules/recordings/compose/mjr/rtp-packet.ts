/** What is read of one RTP packet (RFC 3550). */
export interface RtpPacket {
  readonly sequence: number;
  /** Of the sender's media clock; wraps at 2^32. */
  readonly timestamp: number;
  /** The last packet of a picture. */
  readonly marker: boolean;
  readonly payload: Buffer;
}

const headBytes = 12;

/** Undefined when these bytes are no whole packet. */
export function readRtpPacket(bytes: Buffer): RtpPacket | undefined {
  if (bytes.length < headBytes || bytes.readUInt8(0) >> 6 !== 2)
    return undefined;
  const flags = bytes.readUInt8(0);
  const afterSources = headBytes + 4 * (flags & 0x0f);
  const from =
    (flags & 0x10) === 0 ? afterSources : afterExtension(bytes, afterSources);
  const paddingBytes =
    (flags & 0x20) === 0 ? 0 : bytes.readUInt8(bytes.length - 1);
  const to = bytes.length - paddingBytes;
  if (from > to) return undefined;
  const second = bytes.readUInt8(1);
  return {
    sequence: bytes.readUInt16BE(2),
    timestamp: bytes.readUInt32BE(4),
    marker: (second & 0x80) !== 0,
    payload: bytes.subarray(from, to),
  };
}

const afterExtension = (bytes: Buffer, at: number): number =>
  bytes.length < at + 4 ? Infinity : at + 4 + 4 * bytes.readUInt16BE(at + 2);
