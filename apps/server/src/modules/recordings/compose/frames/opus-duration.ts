/** How long a packet of Opus sounds (RFC 6716, 3.1), in milliseconds. */
export function opusDurationMs(packet: Buffer): number {
  if (packet.length === 0) return 0;
  const head = packet.readUInt8(0);
  const configuration = head >> 3;
  return frameMs(configuration) * frameCount(packet, head & 0x03);
}

function frameMs(configuration: number): number {
  const step = configuration & 0x03;
  if (configuration < 12) return [10, 20, 40, 60][step] ?? 20;
  if (configuration < 16) return (configuration & 0x01) === 0 ? 10 : 20;
  return [2.5, 5, 10, 20][step] ?? 20;
}

function frameCount(packet: Buffer, code: number): number {
  if (code === 0) return 1;
  if (code < 3) return 2;
  return packet.length < 2 ? 0 : packet.readUInt8(1) & 0x3f;
}

/** Twenty milliseconds of nothing. */
export const opusSilence = Buffer.from([0xf8, 0xff, 0xfe]);
export const opusSilenceMs = 20;
