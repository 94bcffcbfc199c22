import { ArrivalClockMaker, type ArrivalClock } from "./arrival-clock.ts";
import {
  PacketOrder,
  type OrderedPacket,
  type ReceivedPacket,
} from "./packet-order.ts";
import type { MjrFile } from "./read-mjr.ts";
import { readRtpPacket } from "./rtp-packet.ts";
import { createUnwrap } from "./unwrap.ts";

const ticksPerMs = { sound: 48, picture: 90 } as const;

/** Reads all of a track once, to know its clock before the first frame gets its time. */
export async function learnClock(file: MjrFile): Promise<ArrivalClock> {
  const maker = new ArrivalClockMaker();
  for await (const packets of received(file))
    for (const packet of packets) maker.add(packet);
  return maker.finish();
}

/** The packets of a track in the order they were sent in. */
export async function* orderedPackets(
  file: MjrFile,
): AsyncIterable<OrderedPacket[]> {
  const order = new PacketOrder();
  for await (const packets of received(file))
    yield packets.flatMap((packet) => [...order.take(packet)]);
  yield [...order.flush()];
}

async function* received(file: MjrFile): AsyncIterable<ReceivedPacket[]> {
  const { media } = file.head;
  const unwrap = createUnwrap(32);
  for await (const stored of file.packets()) {
    const packets: ReceivedPacket[] = [];
    for (const { bytes, receivedMs } of stored) {
      const packet = readRtpPacket(bytes);
      if (packet === undefined) continue;
      const sentMs = unwrap(packet.timestamp) / ticksPerMs[media];
      packets.push({ ...packet, receivedMs, sentMs });
    }
    yield packets;
  }
}
