/** Elements of EBML (RFC 8794), as far as a film needs them. */

const knownLengthBytes = 8;

/** The id as it is written, its own marker included. */
export function idBytes(id: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(id);
  return bytes.subarray(bytes.findIndex((byte) => byte !== 0));
}

/** A length in eight bytes: it can be put right later in its place. */
export function lengthBytes(length: number): Buffer {
  const bytes = Buffer.alloc(knownLengthBytes);
  bytes.writeBigUInt64BE(BigInt(length));
  bytes.writeUInt8(0x01, 0);
  return bytes;
}

export function element(id: number, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([idBytes(id), shortLength(body.length), body]);
}

/** As few bytes as it takes. */
function shortLength(length: number): Buffer {
  // All ones is the sign for "not known".
  if (length < 0x7f) return Buffer.from([0x80 | length]);
  if (length < 0x3fff)
    return Buffer.from([0x40 | (length >> 8), length & 0xff]);
  return lengthBytes(length);
}

export function whole(id: number, value: number): Buffer {
  return element(id, eightBytes(value));
}

function eightBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

export function decimal(id: number, value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return element(id, bytes);
}

export const text = (id: number, value: string): Buffer =>
  element(id, Buffer.from(value, "utf8"));
