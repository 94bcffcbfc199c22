import { expect, it } from "vitest";
import type {
  CallId,
  ConversationId,
  DeviceId,
  JoinId,
  PrincipalId,
  RoomId,
} from "@veche/contracts";
import {
  closeLine,
  passTime,
  reportLink,
  seatOf,
  type CallRecord,
} from "./call-record.ts";
import { takenSeat } from "./new-seat.ts";
import { seePeers, type PeerChanges } from "./peers.ts";
import type { Moment } from "./seat.ts";

// Readable names stand in for the identifiers' UUIDs: nothing here looks inside them.
const joinOf = (name: string) => `${name}'s` as JoinId;
const at = (second: number): Moment => ({
  now: new Date(second * 1000),
  holds: { userMs: 60_000, customerMs: 120_000 },
});
const seat = (name: string) =>
  takenSeat(
    { principalId: name as PrincipalId, kind: "user", name },
    {
      joinId: joinOf(name),
      deviceId: "device" as DeviceId,
      connectionId: `line of ${name}`,
      media: { microphone: true, camera: false, screen: false },
    },
  );
const talk = (change: Partial<CallRecord> = {}): CallRecord => ({
  id: "call" as CallId,
  conversationId: "conversation" as ConversationId,
  requestId: null,
  media: "video",
  kind: "group",
  topology: "sfu",
  roomId: "room" as RoomId,
  state: "active",
  callerId: "anna" as PrincipalId,
  createdAt: at(0).now,
  ringsUntil: null,
  liveAt: null,
  endedAt: null,
  endReason: null,
  awaitsOperator: false,
  lostId: null,
  revision: 1,
  seats: ["anna", "boris", "vera"].map(seat),
  rings: [],
  ...change,
});
const stateOf = (call: CallRecord, name: string) =>
  seatOf(call, name as PrincipalId)?.state;
const saw = (changes: Partial<PeerChanges>) => ({
  gone: [],
  back: [],
  ...changes,
});
const veraVanished = (call: CallRecord, second: number) =>
  seePeers(call, saw({ gone: [joinOf("vera")] }), at(second));

it("who vanished from the media server is held for a minute and then left out, though their line stands", () => {
  const held = veraVanished(talk(), 10);
  expect(stateOf(held, "vera")).toBe("reconnecting");
  expect(stateOf(passTime(held, at(69).now), "vera")).toBe("reconnecting");
  const after = passTime(held, at(70).now);
  expect(stateOf(after, "vera")).toBe("left");
  expect(after.state).toBe("active");
});

it("who comes back in time keeps the seat, also when their client said nothing", () => {
  const back = seePeers(
    veraVanished(talk(), 10),
    saw({ back: [joinOf("vera")] }),
    at(30),
  );
  expect(stateOf(back, "vera")).toBe("live");
  expect(stateOf(passTime(back, at(90).now), "vera")).toBe("live");
});

it("being found missing gives nobody more time than they had", () => {
  const cut = closeLine(talk(), "line of vera", at(0));
  expect(stateOf(passTime(veraVanished(cut, 40), at(60).now), "vera")).toBe(
    "left",
  );
});

it("a client's own word that it is live holds until the next look", () => {
  const held = veraVanished(talk(), 10);
  const vera = seatOf(held, "vera" as PrincipalId)!;
  const live = reportLink(held, { seat: vera, state: "live" }, at(11));
  expect(stateOf(live, "vera")).toBe("live");
});

it("two who talk directly, an ended call and another life of a connection are left as they are", () => {
  for (const call of [talk({ topology: "p2p" }), talk({ state: "ended" })])
    expect(veraVanished(call, 10)).toBe(call);
  expect(
    seePeers(talk(), saw({ gone: [joinOf("another vera")] }), at(10)),
  ).toEqual(talk());
});
