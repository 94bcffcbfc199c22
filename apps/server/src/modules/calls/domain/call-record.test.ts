import { describe, expect, it } from "vitest";
import type {
  CallId,
  ConversationId,
  DeviceId,
  JoinId,
  PrincipalId,
} from "@veche/contracts";
import {
  admit,
  closeLine,
  decline,
  durationMs,
  end,
  hangUp,
  holdAnew,
  join,
  passTime,
  reportLink,
  seatOf,
  setMedia,
  type CallRecord,
} from "./call-record.ts";
import { expectedSeat, invitedSeat, takenSeat } from "./new-seat.ts";
import type { Moment, Sitter } from "./seat.ts";

// Readable names stand in for the identifiers' UUIDs: nothing here looks inside them.
const operator = {
  principalId: "operator" as PrincipalId,
  kind: "user",
  name: "Olga",
} as const;
const customer = {
  principalId: "customer" as PrincipalId,
  kind: "customer",
  name: "Carl",
} as const;
const stranger = "stranger" as PrincipalId;
const allOn = { microphone: true, camera: true, screen: false };
const sitter = (joinId: string, device = "device"): Sitter => ({
  joinId: joinId as JoinId,
  deviceId: device as DeviceId,
  connectionId: `line of ${joinId}`,
  media: allOn,
});
const at = (second: number): Moment => ({
  now: new Date(second * 1000),
  holds: { userMs: 60_000, customerMs: 120_000 },
});

/** An operator calls a customer: the customer's page rings until second 30. */
const ringing = (): CallRecord => ({
  id: "call" as CallId,
  conversationId: "conversation" as ConversationId,
  requestId: null,
  media: "video",
  kind: "pair",
  topology: "p2p",
  roomId: null,
  state: "ringing",
  callerId: operator.principalId,
  createdAt: at(0).now,
  ringsUntil: at(30).now,
  liveAt: null,
  endedAt: null,
  endReason: null,
  awaitsOperator: false,
  lostId: null,
  revision: 1,
  seats: [takenSeat(operator, sitter("o")), invitedSeat(customer)],
  rings: [],
});
/** A customer waits in the queue. */
const waiting = (): CallRecord => ({
  ...ringing(),
  callerId: customer.principalId,
  ringsUntil: null,
  seats: [
    expectedSeat(customer, {
      deviceId: "device" as DeviceId,
      connectionId: "page",
    }),
  ],
});
const enter = (
  call: CallRecord,
  who: PrincipalId,
  { joinId = "c", device = "device", moment = at(1) } = {},
) =>
  join(
    call,
    {
      party: { ...customer, principalId: who },
      sitter: sitter(joinId, device),
      mode: "own_device",
      newRoomId: null,
      mostSeats: 12,
    },
    moment,
  );
const must = (result: ReturnType<typeof enter>): CallRecord => {
  if (!result.ok) throw new Error(result.reason);
  return result.call;
};
const talking = (): CallRecord => must(enter(ringing(), customer.principalId));
const seat = (call: CallRecord, who: PrincipalId) => seatOf(call, who)!;
const link = (
  call: CallRecord,
  who: PrincipalId,
  { state, moment = at(2) }: { state: "live" | "lost"; moment?: Moment },
) => reportLink(call, { seat: seat(call, who), state }, moment);
const live = (): CallRecord =>
  link(
    link(talking(), operator.principalId, { state: "live" }),
    customer.principalId,
    { state: "live", moment: at(5) },
  );

describe("joining", () => {
  it("by the called side answers the ring", () => {
    const call = talking();
    expect(call).toMatchObject({ state: "active", ringsUntil: null });
    expect(seat(call, customer.principalId)).toMatchObject({
      state: "joining",
      joinId: "c",
      media: allOn,
    });
  });

  it("by the caller, again after a reload, leaves it ringing", () => {
    const call = must(enter(ringing(), operator.principalId, { joinId: "o2" }));
    expect(call.state).toBe("ringing");
    expect(seat(call, operator.principalId).joinId).toBe("o2");
  });

  it("is refused to strangers and after the end", () => {
    expect(enter(ringing(), stranger)).toEqual({
      ok: false,
      reason: "request.not_found",
    });
    expect(
      enter(end(ringing(), "lost", at(1).now), customer.principalId),
    ).toEqual({ ok: false, reason: "call.ended" });
  });

  it("from another device needs a take-over", () => {
    const elsewhere = { joinId: "c2", device: "another" };
    expect(enter(talking(), customer.principalId, elsewhere)).toEqual({
      ok: false,
      reason: "call.elsewhere",
    });
    const taken = join(
      talking(),
      {
        party: customer,
        sitter: sitter("c2", "another"),
        mode: "take_over",
        newRoomId: null,
        mostSeats: 12,
      },
      at(2),
    );
    expect(taken).toMatchObject({ ok: true });
    expect(seat(must(taken), customer.principalId)).toMatchObject({
      joinId: "c2",
      deviceId: "another",
    });
  });

  it("with a new joinId begins the connection anew, with the same one goes on as live as it was", () => {
    expect(
      seat(
        must(enter(live(), customer.principalId, { joinId: "c2" })),
        customer.principalId,
      ),
    ).toMatchObject({
      state: "joining",
      link: "none",
    });
    const away = closeLine(live(), "line of c", at(6));
    expect(
      seat(must(enter(away, customer.principalId)), customer.principalId),
    ).toMatchObject({
      state: "live",
      heldUntil: null,
    });
  });

  it("with the same joinId while the link is lost holds the seat anew", () => {
    const cut = closeLine(
      link(live(), customer.principalId, { state: "lost", moment: at(6) }),
      "line of c",
      at(6),
    );
    expect(
      seat(
        must(enter(cut, customer.principalId, { moment: at(100) })),
        customer.principalId,
      ),
    ).toMatchObject({
      state: "reconnecting",
      heldUntil: at(220).now,
    });
  });

  it("by the operator who accepted makes a waiting call active; a customer who is away is held from then on", () => {
    const accepted = {
      seat: takenSeat(operator, sitter("o")),
      insteadOf: null,
    };
    const present = admit(waiting(), accepted, at(10));
    expect(present.state).toBe("active");
    expect(present.seats.map((one) => one.state)).toEqual([
      "joining",
      "joining",
    ]);
    const absent = admit(closeLine(waiting(), "page", at(5)), accepted, at(10));
    expect(seat(absent, customer.principalId)).toMatchObject({
      state: "reconnecting",
      heldUntil: at(130).now,
    });
    expect(admit(present, accepted, at(11)).state).toBe("active");
  });
});

describe("ending", () => {
  it("is declined by the called side, cancelled by the caller, hung up by either once active", () => {
    expect(decline(ringing(), customer.principalId, at(1).now)).toMatchObject({
      call: { endReason: "declined" },
    });
    expect(hangUp(ringing(), customer.principalId, at(1).now).endReason).toBe(
      "declined",
    );
    expect(hangUp(ringing(), operator.principalId, at(1).now).endReason).toBe(
      "cancelled",
    );
    expect(hangUp(talking(), operator.principalId, at(1).now).endReason).toBe(
      "hung_up",
    );
  });

  it("happens once: the first reason and moment stay", () => {
    const ended = hangUp(talking(), customer.principalId, at(3).now);
    expect(hangUp(ended, operator.principalId, at(4).now)).toBe(ended);
    expect(decline(ended, customer.principalId, at(4).now)).toEqual({
      ok: true,
      call: ended,
    });
    expect(closeLine(ended, "line of c", at(4))).toBe(ended);
    expect(passTime(ended, at(999).now)).toBe(ended);
  });

  it("cannot be by declining what was answered, here or in another window", () => {
    expect(decline(talking(), customer.principalId, at(2).now)).toEqual({
      ok: false,
      reason: "call.elsewhere",
    });
    expect(decline(ringing(), stranger, at(2).now)).toEqual({
      ok: false,
      reason: "call.elsewhere",
    });
  });

  it("empties all seats", () => {
    const ended = end(
      closeLine(live(), "line of c", at(6)),
      "ended",
      at(7).now,
    );
    expect(
      ended.seats.map(({ state, connectionId, heldUntil }) => [
        state,
        connectionId,
        heldUntil,
      ]),
    ).toEqual([
      ["left", null, null],
      ["left", null, null],
    ]);
  });
});

describe("the timer", () => {
  it("starts when both sides are live for the first time and does not start again", () => {
    const one = link(talking(), operator.principalId, {
      state: "live",
      moment: at(3),
    });
    expect(one.liveAt).toBeNull();
    const both = link(one, customer.principalId, {
      state: "live",
      moment: at(5),
    });
    expect(both.liveAt).toEqual(at(5).now);
    const again = link(
      link(both, customer.principalId, { state: "lost", moment: at(6) }),
      customer.principalId,
      { state: "live", moment: at(9) },
    );
    expect(again.liveAt).toEqual(at(5).now);
    expect(durationMs(end(again, "hung_up", at(65).now))).toBe(60_000);
  });

  it("says nothing of calls that were never live or are not over", () => {
    expect(durationMs(end(talking(), "hung_up", at(65).now))).toBe(0);
    expect(durationMs(live())).toBe(0);
    expect(durationMs({ ...end(live(), "hung_up", at(1).now) })).toBe(0);
  });
});

describe("a held seat", () => {
  it("is the operator's for 60 s and the customer's for 120 s after the socket closed (A.12)", () => {
    expect(
      seat(closeLine(live(), "line of o", at(10)), operator.principalId),
    ).toMatchObject({
      state: "reconnecting",
      connectionId: null,
      heldUntil: at(70).now,
    });
    expect(
      seat(closeLine(live(), "line of c", at(10)), customer.principalId)
        .heldUntil,
    ).toEqual(at(130).now);
  });

  it("nobody came back to ends the call as lost by them", () => {
    const held = closeLine(live(), "line of o", at(10));
    expect(passTime(held, at(69.999).now)).toBe(held);
    expect(passTime(held, at(70).now)).toMatchObject({
      endReason: "lost",
      lostId: operator.principalId,
    });
  });

  it("of a lost link with the socket open is held as long as the longest: the other may be the one who is away", () => {
    const cut = link(
      closeLine(live(), "line of c", at(10)),
      operator.principalId,
      { state: "lost", moment: at(11) },
    );
    expect(seat(cut, operator.principalId)).toMatchObject({
      state: "reconnecting",
      heldUntil: at(131).now,
    });
    expect(
      link(cut, operator.principalId, { state: "lost", moment: at(50) }),
    ).toEqual(cut);
    expect(passTime(cut, at(130).now)).toMatchObject({
      endReason: "lost",
      lostId: customer.principalId,
    });
  });

  it("that both sides keep without a link ends by nobody's absence", () => {
    const cut = link(live(), operator.principalId, {
      state: "lost",
      moment: at(10),
    });
    expect(passTime(cut, at(130).now)).toMatchObject({
      endReason: "lost",
      lostId: null,
    });
    const bothAway = closeLine(
      closeLine(live(), "line of c", at(10)),
      "line of o",
      at(10),
    );
    expect(passTime(bothAway, at(500).now)).toMatchObject({
      endReason: "lost",
      lostId: null,
    });
  });

  it("lights up when the link is back, but not before the socket is", () => {
    const cut = link(live(), customer.principalId, {
      state: "lost",
      moment: at(10),
    });
    expect(
      seat(
        link(cut, customer.principalId, { state: "live", moment: at(11) }),
        customer.principalId,
      ),
    ).toMatchObject({
      state: "live",
      heldUntil: null,
    });
    const away = closeLine(cut, "line of c", at(10));
    expect(
      seat(
        link(away, customer.principalId, { state: "live", moment: at(11) }),
        customer.principalId,
      ),
    ).toMatchObject({
      state: "reconnecting",
      link: "live",
    });
  });

  it("is not needed by a customer in the queue who has not joined: the queue keeps their place", () => {
    const call = closeLine(waiting(), "page", at(5));
    expect(seat(call, customer.principalId)).toMatchObject({
      state: "joining",
      connectionId: null,
      heldUntil: null,
    });
    expect(passTime(call, at(9_999).now)).toBe(call);
  });

  it("is held anew after the server was down, however long: nobody could come back meanwhile", () => {
    const held = closeLine(live(), "line of o", at(10));
    const again = holdAnew(
      held,
      (one) => one.connectionId !== "line of c",
      at(500),
    );
    expect(
      again.seats.map(({ state, heldUntil }) => [state, heldUntil]),
    ).toEqual([
      ["reconnecting", at(560).now],
      ["live", null],
    ]);
    expect(holdAnew(ringing(), () => true, at(10)).seats[1]?.state).toBe(
      "invited",
    );
  });

  it("does not move by somebody else's socket", () => {
    expect(closeLine(live(), "another line", at(10))).toEqual(live());
  });
});

describe("a ring", () => {
  it("ends as unanswered when its time is over; a customer's wait in the queue does not", () => {
    expect(passTime(ringing(), at(29).now)).toEqual(ringing());
    expect(passTime(ringing(), at(30).now)).toMatchObject({
      state: "ended",
      endReason: "unanswered",
    });
    expect(passTime(waiting(), at(9_999).now)).toEqual(waiting());
  });
});

describe("what a participant sends", () => {
  it("shows at their seat and at no other", () => {
    const screen = { ...allOn, screen: true };
    const call = setMedia(
      talking(),
      seat(talking(), customer.principalId),
      screen,
    );
    expect(call.seats.map((one) => one.media.screen)).toEqual([false, true]);
  });
});

describe("politeness", () => {
  it("is the customer's, whoever calls, and the called one's between two users: exactly one of two", () => {
    const other = { ...operator, principalId: "other" as PrincipalId };
    const pairs = [
      [takenSeat(operator, sitter("o")), invitedSeat(customer)],
      [
        expectedSeat(customer, { deviceId: null, connectionId: null }),
        takenSeat(operator, sitter("o")),
      ],
      [takenSeat(operator, sitter("o")), invitedSeat(other)],
    ];
    expect(pairs.map((pair) => pair.map((one) => one.isPolite))).toEqual([
      [false, true],
      [true, false],
      [false, true],
    ]);
  });
});
