import type { CallId, PrincipalId } from "@veche/contracts";
import { createCallRoom, type CallRoom } from "../browser-tests/call-room.ts";
import {
  createCallSession,
  createLocalMedia,
  type CallSession,
  type LocalMedia,
} from "../src/index.ts";
import { FakePlatform } from "./fake-devices.ts";
import type { FakePeerConnection } from "./fake-peer-connection.ts";
import { RoomLine } from "./room-line.ts";
import { settle, VirtualTime } from "./virtual-time.ts";

export const customerId = "customer" as PrincipalId;
export const operatorId = "operator" as PrincipalId;
export const callId = "call" as CallId;

/** One of two in a call: browser, line, devices and session. */
export interface Side {
  readonly platform: FakePlatform;
  readonly line: RoomLine;
  readonly media: LocalMedia;
  session: CallSession;
}

/** A call of two in virtual time. A side that went and came again stands in its place. */
export interface Pair {
  readonly time: VirtualTime;
  readonly room: CallRoom;
  readonly sit: (principalId: PrincipalId, platform?: FakePlatform) => Side;
  customer: Side;
  operator: Side;
}

/** Neither has a seat yet. */
export function createPair(): Pair {
  const time = new VirtualTime();
  const room = createCallRoom({
    callId,
    principalIds: [customerId, operatorId],
    nowMs: time.powers.nowMs,
  });
  const sit: Pair["sit"] = (principalId, platform = new FakePlatform()) => {
    const line = new RoomLine(room, principalId);
    const media = createLocalMedia({ platform });
    const session = createCallSession({
      signalling: line,
      principalId,
      media,
      platform,
      powers: time.powers,
    });
    return { platform, line, media, session };
  };
  return {
    ...{ time, room, sit },
    customer: sit(customerId),
    operator: sit(operatorId),
  };
}

/** The newest connection of a side. */
export const connection = ({ platform }: Side): FakePeerConnection =>
  platform.connections.at(-1)!;

/** Both take their seats, with all their devices on. */
export async function bothJoin({
  customer,
  operator,
}: Pick<Pair, "customer" | "operator">): Promise<void> {
  await customer.media.turnOn("microphone", "camera");
  await operator.media.turnOn("microphone", "camera");
  await customer.session.join(callId);
  await operator.session.join(callId);
  await settle();
}

export async function bothLive(
  pair: Pick<Pair, "customer" | "operator">,
): Promise<void> {
  await bothJoin(pair);
  for (const side of [pair.customer, pair.operator])
    connection(side).become("connected");
  await settle();
}
