import { describe, expect, it } from "vitest";
import type {
  DeviceId,
  JoinId,
  PrincipalId,
  RoomId,
  SupervisionMode,
} from "@veche/contracts";
import { takenSeat, type Party } from "./new-seat.ts";
import type { Moment, Seat, Sitter } from "./seat.ts";
import {
  hearersOf,
  isKnownTo,
  releaseSupervisors,
  stopSupervising,
  supervise,
  type Supervising,
} from "./supervision.ts";

// Readable names stand in for the identifiers: nothing here looks inside them.
const named = <Kind extends string>(name: string): Kind => name as Kind;
const moment: Moment = {
  now: new Date("2026-05-01T10:00:00Z"),
  holds: { userMs: 60_000, customerMs: 120_000 },
};

const partyOf = (name: string, kind: Party["kind"] = "user"): Party => ({
  ...{ principalId: named<PrincipalId>(name), kind, name },
});
const sitterOf = (name: string): Sitter => ({
  joinId: named<JoinId>(`join of ${name}`),
  deviceId: named<DeviceId>(`device of ${name}`),
  connectionId: `socket of ${name}`,
  media: { microphone: true, camera: true, screen: false },
});
const seatOf = (name: string, kind: Party["kind"] = "user"): Seat => ({
  ...takenSeat(partyOf(name, kind), sitterOf(name)),
  ...{ state: "live", link: "live" },
});

const talking = {
  state: "active" as "active" | "ended" | "ringing",
  topology: "p2p" as "p2p" | "sfu",
  roomId: null as RoomId | null,
  seats: [seatOf("Carl", "customer"), seatOf("Olga")] as readonly Seat[],
};

const by = (
  name: string,
  mode: SupervisionMode,
  change: Partial<Supervising> = {},
): Supervising => ({
  ...{ party: partyOf(name), sitter: sitterOf(name), mode },
  ...{ isTold: true, newRoomId: named<RoomId>("room"), ...change },
});

/** The call with Sofia in it. */
function withSofia(mode: SupervisionMode) {
  const supervised = supervise(talking, by("Sofia", mode), moment);
  if (!supervised.ok) throw new Error(supervised.reason);
  return supervised.call;
}
const sofiaIn = ({ seats }: typeof talking) =>
  // She is the third.
  seats[2]!;

describe("a supervisor in the call of a session", () => {
  it("takes the third seat, and the call goes through the media server", () => {
    const call = withSofia("join");
    expect(call).toMatchObject({ topology: "sfu", roomId: "room" });
    expect(call.seats.map(({ name }) => name)).toEqual([
      "Carl",
      "Olga",
      "Sofia",
    ]);
    expect(sofiaIn(call)).toMatchObject({
      ...{ state: "joining", supervision: "join" },
      media: { microphone: true, camera: true },
    });
    expect(hearersOf(call.seats, sofiaIn(call))).toBeUndefined();
  });

  it("is heard by nobody who listens, and by the operator alone who whispers", () => {
    const listening = withSofia("listen");
    expect(sofiaIn(listening).media).toEqual({
      ...{ microphone: false, camera: false, screen: false },
    });
    expect(hearersOf(listening.seats, sofiaIn(listening))).toEqual([]);
    const whispering = withSofia("whisper");
    expect(hearersOf(whispering.seats, sofiaIn(whispering))).toEqual([
      "join of Olga",
    ]);
  });

  it("is known to the customer only once they take part", () => {
    for (const [mode, isKnown] of [
      ["listen", false],
      ["whisper", false],
      ["join", true],
    ] as const) {
      const { seats } = withSofia(mode);
      const [carl, olga, sofia] = seats;
      expect(isKnownTo(carl, sofia!)).toBe(isKnown);
      expect(isKnownTo(olga, sofia!)).toBe(true);
    }
  });

  it("takes part in another way from the same seat, whose connection goes on", () => {
    const call = withSofia("listen");
    const live: Seat = { ...sofiaIn(call), state: "live", link: "live" };
    const seats = call.seats.with(2, live);
    const next = supervise({ ...call, seats }, by("Sofia", "whisper"), moment);
    expect(next).toMatchObject({
      ok: true,
      call: { roomId: "room", seats: [{}, {}, { state: "live" }] },
    });
    if (!next.ok) throw new Error(next.reason);
    expect(sofiaIn(next.call)).toMatchObject({
      supervision: "whisper",
      media: { microphone: true },
    });
  });

  it.each([
    ["call.ended", { ...talking, state: "ended" }, by("Sofia", "listen")],
    [
      "request.conflict",
      { ...talking, state: "ringing" },
      by("Sofia", "listen"),
    ],
    ["call.busy", talking, by("Olga", "listen")],
    ["call.full", withSofia("listen"), by("Stepan", "listen")],
    ["call.for_two", talking, by("Sofia", "listen", { newRoomId: null })],
  ] as const)("is refused with %s", (reason, call, supervising) => {
    expect(supervise(call, supervising, moment)).toEqual({ ok: false, reason });
  });

  it("goes, or is not waited for, and the two go on", () => {
    const call = withSofia("join");
    const gone = stopSupervising(call, named<PrincipalId>("Sofia"));
    expect(gone.seats.map(({ state }) => state)).toEqual([
      ...["live", "live", "left"],
    ]);
    const held: Seat = { ...sofiaIn(call), heldUntil: moment.now };
    const late = { ...call, seats: call.seats.with(2, held) };
    expect(sofiaIn(releaseSupervisors(late, moment.now)).state).toBe("left");
    expect(releaseSupervisors(call, moment.now)).toBe(call);
  });
});
