import type {
  DeskSnapshot,
  Offer,
  OfferId,
  RequestId,
  UserId,
} from "@veche/contracts";
import { describe, expect, it } from "vitest";
import {
  afterAccepted,
  afterOffer,
  afterOfferClosed,
  afterRequest,
  afterSnapshot,
  emptyDesk,
} from "./desk-model.ts";
import { oleg, serviceRequest } from "./service-request.fixture.ts";

const offer: Offer = {
  id: "offer" as OfferId,
  request: serviceRequest({ state: "offered" }),
  createdAt: "2025-11-21T10:00:00.000Z",
  expiresAt: "2025-11-21T10:00:20.000Z",
};

const served = serviceRequest({ state: "active", operatorId: oleg });

const snapshot = (change: Partial<DeskSnapshot> = {}): DeskSnapshot => ({
  status: {
    operatorId: oleg,
    name: "Олег",
    state: "available",
    requestedState: "available",
    breakReason: null,
    since: "2025-11-21T09:00:00.000Z",
    wrapUp: null,
  },
  board: {
    waiting: [],
    waitingCount: 0,
    operatorsByState: { available: 1, busy: 0, away: 0 },
  },
  offer: null,
  active: [],
  wrappingUp: null,
  ...change,
});

describe("a ring at the desk", () => {
  const ringing = afterOffer(emptyDesk, offer);

  it.each(["timed_out", "withdrawn", "accepted"] as const)(
    "that is %s says what became of it",
    (outcome) => {
      const { offer: open, missed } = afterOfferClosed(
        ringing,
        offer.id,
        outcome,
      );
      expect({ open, missed }).toEqual({
        open: null,
        missed: { outcome, name: "Ирина" },
      });
    },
  );

  it("that was declined needs no explanation", () => {
    expect(afterOfferClosed(ringing, offer.id, "declined")).toEqual(emptyDesk);
  });

  it("is not stopped by the end of another one", () => {
    const other = "other" as OfferId;
    expect(afterOfferClosed(ringing, other, "timed_out")).toBe(ringing);
  });

  it("makes way for the session when it is accepted", () => {
    expect(afterAccepted(ringing, served)).toMatchObject({
      offer: null,
      session: served,
      missed: null,
    });
  });
});

describe("a session at the desk", () => {
  const talking = afterAccepted(emptyDesk, served);
  const ended = { ...served, state: "ended", endReason: "completed" } as const;

  it("leaves its summary when it ends", () => {
    expect(afterRequest(talking, ended, oleg)).toMatchObject({
      session: null,
      summary: ended,
    });
  });

  it("comes back after a reload", () => {
    const desk = snapshot({ active: [served] });
    expect(afterSnapshot(emptyDesk, desk).session).toEqual(served);
  });

  it("that ended while the line was cut leaves its summary too", () => {
    expect(afterSnapshot(talking, snapshot())).toMatchObject({
      session: null,
      summary: served,
    });
  });

  it("that another operator took over, or that waits in the queue again, is over for me", () => {
    const other = "nina" as UserId;
    for (const gone of [
      { ...served, operatorId: other, operatorName: "Nina" },
      { ...served, state: "waiting" as const, operatorId: null },
    ])
      expect(afterRequest(talking, gone, oleg)).toMatchObject({
        session: null,
        summary: gone,
      });
  });

  it("of another operator is not mine", () => {
    const others = serviceRequest({ state: "active", id: "x" as RequestId });
    expect(afterRequest(talking, others, oleg)).toBe(talking);
  });
});
