import { describe, expect, it } from "vitest";
import type {
  CallId,
  ConversationId,
  JoinId,
  PrincipalId,
  RoomId,
} from "@veche/contracts";
import type { CallRecord } from "../domain/call-record.ts";
import type { Seat } from "../domain/seat.ts";
import { stepsBetween } from "./steps.ts";

const now = new Date("2026-05-01T10:00:00Z");
// Names stand for identifiers here.
const anna = "anna" as PrincipalId;
const seat = (change: Partial<Seat> = {}): Seat => ({
  principalId: anna,
  kind: "user",
  name: "Anna",
  state: "live",
  joinId: "join 1" as JoinId,
  deviceId: null,
  connectionId: "socket",
  link: "live",
  isPolite: false,
  media: { microphone: true, camera: false, screen: false },
  heldUntil: null,
  supervision: null,
  isSupervisionTold: false,
  ...change,
});
const call = (
  seats: readonly Seat[],
  change: Partial<CallRecord> = {},
): CallRecord => ({
  id: "call" as CallId,
  conversationId: "conversation" as ConversationId,
  requestId: null,
  media: "video",
  kind: "group",
  topology: "p2p",
  roomId: null,
  state: "active",
  callerId: anna,
  createdAt: now,
  ringsUntil: null,
  liveAt: now,
  endedAt: null,
  endReason: null,
  awaitsOperator: false,
  lostId: null,
  revision: 1,
  seats,
  rings: [],
  ...change,
});
const kinds = (before: CallRecord | undefined, after: CallRecord) =>
  stepsBetween(before, after).map(({ kind }) => kind);

describe("the flight recorder notes", () => {
  it("who comes, with what they send, and when they are heard", () => {
    const joining = seat({ state: "joining", link: "none" });
    expect(kinds(undefined, call([joining], { liveAt: null }))).toEqual([
      "joined",
      "microphone_on",
    ]);
    expect(kinds(call([joining], { liveAt: null }), call([seat()]))).toEqual([
      "began",
      "live",
    ]);
    expect(
      stepsBetween(undefined, call([joining], { liveAt: null }))[0],
    ).toEqual({ kind: "joined", principalId: anna });
  });

  it("nothing of somebody who is only rung", () => {
    const rung = seat({ state: "invited", joinId: null, connectionId: null });
    expect(kinds(undefined, call([rung], { liveAt: null }))).toEqual([]);
  });

  it("what is switched", () => {
    const media = { microphone: false, camera: true, screen: true };
    expect(kinds(call([seat()]), call([seat({ media })]))).toEqual([
      "microphone_off",
      "camera_on",
      "screen_on",
    ]);
  });

  it("a lost path, an absent person, and another life of the connection apart", () => {
    const away = { state: "reconnecting", heldUntil: now } as const;
    expect(kinds(call([seat()]), call([seat(away)]))).toEqual(["lost"]);
    expect(
      kinds(call([seat()]), call([seat({ ...away, connectionId: null })])),
    ).toEqual(["held"]);
    expect(kinds(call([seat(away)]), call([seat()]))).toEqual(["live"]);
    expect(
      kinds(call([seat()]), call([seat({ joinId: "join 2" as JoinId })])),
    ).toEqual(["joined"]);
  });

  it("the way to the media server, another one, and the end after all left", () => {
    const inRoom = (roomId: string) =>
      call([seat()], { topology: "sfu", roomId: roomId as RoomId });
    expect(kinds(call([seat()]), inRoom("1"))).toEqual(["to_server"]);
    expect(kinds(inRoom("1"), inRoom("2"))).toEqual(["server_replaced"]);
    expect(
      kinds(
        call([seat()]),
        call([seat({ state: "left" })], { state: "ended", endedAt: now }),
      ),
    ).toEqual(["left", "ended"]);
  });
});
