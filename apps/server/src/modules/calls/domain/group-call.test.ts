import { describe, expect, it } from "vitest";
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
  giveUpSeat,
  hangUp,
  join,
  moveToRoom,
  passTime,
  seatOf,
  type CallRecord,
  type Joining,
} from "./call-record.ts";
import { takenSeat, type Party } from "./new-seat.ts";
import type { Moment, Sitter } from "./seat.ts";

// Readable names stand in for the identifiers' UUIDs: nothing here looks inside them.
const person = (name: string): Party => ({
  principalId: name as PrincipalId,
  kind: "user",
  name,
});
const sitter = (name: string): Sitter => ({
  joinId: `${name}'s` as JoinId,
  deviceId: "device" as DeviceId,
  connectionId: `line of ${name}`,
  media: { microphone: true, camera: false, screen: false },
});
const at = (second: number): Moment => ({
  now: new Date(second * 1000),
  holds: { userMs: 60_000, customerMs: 120_000 },
});
const room = "room" as RoomId;

/** Anna began a call in a group. */
const begun = (): CallRecord => ({
  id: "call" as CallId,
  conversationId: "conversation" as ConversationId,
  requestId: null,
  media: "video",
  kind: "group",
  topology: "p2p",
  roomId: null,
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
  seats: [takenSeat(person("anna"), sitter("anna"))],
  rings: [],
});
const mostSeats = 12;
const comes = (
  call: CallRecord,
  name: string,
  newRoomId: Joining["newRoomId"] = room,
) =>
  join(
    call,
    {
      party: person(name),
      sitter: sitter(name),
      mode: "own_device",
      newRoomId,
      mostSeats,
    },
    at(1),
  );
const with_ = (call: CallRecord, ...names: readonly string[]): CallRecord =>
  names.reduce((before, name) => {
    const joined = comes(before, name);
    if (!joined.ok) throw new Error(joined.reason);
    return joined.call;
  }, call);
const leaves = (call: CallRecord, name: string) =>
  giveUpSeat(call, name as PrincipalId, at(2).now);
const statesOf = ({ seats }: CallRecord) =>
  Object.fromEntries(seats.map(({ name, state }) => [name, state]));

describe("a call of a group", () => {
  it("goes between two browsers until the third comes, and from then on through a media server", () => {
    const two = with_(begun(), "boris");
    expect(two).toMatchObject({ topology: "p2p", roomId: null });
    const three = with_(two, "vera");
    expect(three).toMatchObject({ topology: "sfu", roomId: room });
    expect(leaves(leaves(three, "vera"), "boris")).toMatchObject({
      topology: "sfu",
      state: "active",
    });
  });

  it("has no third where there is no media server, and the two go on", () => {
    expect(comes(with_(begun(), "boris"), "vera", null)).toEqual({
      ok: false,
      reason: "call.for_two",
    });
  });

  it("is full at its limit", () => {
    const names = Array.from({ length: mostSeats - 1 }, (_, number) =>
      String(number),
    );
    expect(comes(with_(begun(), ...names), "late")).toEqual({
      ok: false,
      reason: "call.full",
    });
  });

  it("goes on without who left; who left may come again; the last one to leave ends it", () => {
    const one = leaves(with_(begun(), "boris"), "anna");
    expect(statesOf(one)).toEqual({ anna: "left", boris: "joining" });
    const again = with_(one, "anna");
    expect(statesOf(again)).toEqual({ boris: "joining", anna: "joining" });
    expect(leaves(leaves(again, "anna"), "boris")).toMatchObject({
      state: "ended",
      endReason: "hung_up",
    });
  });

  it("of two has exactly one who yields, whoever came first", () => {
    const yields = (call: CallRecord) =>
      call.seats
        .filter(({ state, isPolite }) => state !== "left" && isPolite)
        .map(({ name }) => name);
    expect(yields(with_(begun(), "boris"))).toEqual(["boris"]);
    const withoutAnna = leaves(with_(begun(), "boris"), "anna");
    expect(yields(with_(withoutAnna, "vera"))).toEqual(["boris"]);
  });

  it("is left by who did not come back in time, and ends when nobody is in it", () => {
    const two = with_(begun(), "boris");
    const cut = closeLine(two, "line of boris", at(5));
    const later = passTime(cut, at(65).now);
    expect(statesOf(later)).toEqual({ anna: "joining", boris: "left" });
    const nobody = closeLine(later, "line of anna", at(70));
    expect(passTime(nobody, at(130).now)).toMatchObject({
      state: "ended",
      endReason: "lost",
    });
  });

  it("ends for all at once when it is ended", () => {
    const ended = hangUp(
      with_(begun(), "boris", "vera"),
      "anna" as PrincipalId,
      at(9).now,
    );
    expect(ended).toMatchObject({ state: "ended", endReason: "hung_up" });
    expect(new Set(Object.values(statesOf(ended)))).toEqual(new Set(["left"]));
  });

  it("moves to another room when its media server is lost; one of two browsers has none to lose", () => {
    const another = "another" as RoomId;
    const three = with_(begun(), "boris", "vera");
    expect(moveToRoom(three, another).roomId).toBe(another);
    expect(seatOf(moveToRoom(three, another), "vera" as PrincipalId)).toEqual(
      seatOf(three, "vera" as PrincipalId),
    );
    expect(moveToRoom(begun(), another).roomId).toBeNull();
  });
});
