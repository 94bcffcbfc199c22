import type { ArrivalClock } from "../mjr/arrival-clock.ts";
import type { OrderedPacket } from "../mjr/packet-order.ts";
import { learnClock, orderedPackets } from "../mjr/read-packets.ts";
import type { MjrFile } from "../mjr/read-mjr.ts";
import type { Frame } from "./frame.ts";
import { Vp8Frames } from "./vp8-frames.ts";

/** The frames of one track on the recording's clock, which began at this instant (milliseconds since 1970). */
export async function* readFrames(
  file: MjrFile,
  beganAtMs: number,
): AsyncIterable<Frame> {
  const clock = await learnClock(file);
  const shiftMs = file.head.firstPacketAtUs / 1_000 - beganAtMs;
  const toFrame =
    file.head.media === "sound" ? createSoundReader() : createPictureReader();
  for await (const packets of orderedPackets(file))
    for (const packet of packets) {
      const frame = toFrame(packet, clock);
      if (frame !== undefined) yield { ...frame, atMs: frame.atMs + shiftMs };
    }
}

type Reader = (packet: OrderedPacket, clock: ArrivalClock) => Frame | undefined;

function createSoundReader(): Reader {
  return (packet, clock) => {
    const { payload: bytes } = packet;
    return bytes.length === 0
      ? undefined
      : { atMs: clock.atMs(packet), isKey: true, bytes };
  };
}

function createPictureReader(): Reader {
  const pictures = new Vp8Frames();
  return (packet, clock) => {
    const picture = pictures.take(packet);
    return (
      picture && {
        atMs: clock.atMs(picture),
        isKey: picture.isKey,
        bytes: picture.bytes,
      }
    );
  };
}
