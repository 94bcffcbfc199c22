/** One packet as it goes over the wire, before it is encrypted (RFC 3550). */
export interface RtpPacket {
  readonly payloadType: number;
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
  /** The last packet of a picture. */
  readonly isMarked: boolean;
  /** One-byte header extensions (RFC 8285), padded to whole words. */
  readonly extension?: Buffer;
  readonly payload: Buffer;
}

const headerBytes = 12;
const extensionProfile = 0xbede;

export function writeRtp(packet: RtpPacket): Buffer {
  const { extension, payload } = packet;
  const extensionBytes = extension === undefined ? 0 : 4 + extension.length;
  const bytes = Buffer.allocUnsafe(
    headerBytes + extensionBytes + payload.length,
  );
  bytes[0] = extension === undefined ? 0x80 : 0x90;
  bytes[1] = (packet.isMarked ? 0x80 : 0) | packet.payloadType;
  bytes.writeUInt16BE(packet.sequence & 0xffff, 2);
  bytes.writeUInt32BE(packet.timestamp >>> 0, 4);
  bytes.writeUInt32BE(packet.ssrc, 8);
  if (extension !== undefined) {
    bytes.writeUInt16BE(extensionProfile, headerBytes);
    bytes.writeUInt16BE(extension.length / 4, headerBytes + 2);
    extension.copy(bytes, headerBytes + 4);
  }
  payload.copy(bytes, headerBytes + extensionBytes);
  return bytes;
}

/** Types 192 to 223 in the second byte are control packets (RFC 5761). */
export const isRtcp = (packet: Buffer): boolean => {
  const type = packet[1] ?? 0;
  return type >= 192 && type <= 223;
};

export const sequenceIn = (packet: Buffer): number => packet.readUInt16BE(2);

const payloadFeedback = 206;
const pictureLoss = 1;
const fullIntraRequest = 4;

/** The streams of which these control packets ask for a whole picture (RFC 4585, RFC 5104). */
export function keyframeAsks(packet: Buffer): readonly number[] {
  const asked: number[] = [];
  for (let at = 0; at + 12 <= packet.length;) {
    const format = (packet[at] ?? 0) & 0x1f;
    const length = (packet.readUInt16BE(at + 2) + 1) * 4;
    if (packet[at + 1] === payloadFeedback) {
      if (format === pictureLoss) asked.push(packet.readUInt32BE(at + 8));
      if (format === fullIntraRequest && at + 16 <= packet.length)
        asked.push(packet.readUInt32BE(at + 12));
    }
    at += length;
  }
  return asked;
}
