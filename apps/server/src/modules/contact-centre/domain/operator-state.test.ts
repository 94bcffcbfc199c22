import {
  operatorStates,
  type OperatorState,
  type RequestId,
} from "@veche/contracts";
import { describe, expect, it } from "vitest";
import {
  afterEvent,
  operatorTransitions,
  type OperatorEvent,
  type OperatorStanding,
} from "./operator-state.ts";

const start = new Date(0);
const now = new Date(60_000);
const soon = new Date(90_000);
const requestId = "request" as RequestId;
const step = { now, missesAllowed: 2 };
const standing = (
  state: OperatorState,
  more: Partial<OperatorStanding> = {},
): OperatorStanding => ({
  state,
  requestedState: "available",
  breakReason: null,
  since: start,
  idleSince: start,
  missedCount: 0,
  wrapUpRequestId: null,
  wrapUpUntil: null,
  ...more,
});
const choose = (
  state: "available" | "break" | "offline",
  breakReason: string | null = null,
): OperatorEvent => ({
  type: "chose",
  state,
  breakReason,
});
const events: readonly OperatorEvent[] = [
  choose("break", "lunch"),
  ...(
    [
      "rang",
      "accepted",
      "declined",
      "missed",
      "withdrawn",
      "called",
      "work_ended",
      "wrapped_up",
      "lost",
    ] as const
  ).map((type) => ({
    type,
  })),
  { type: "served", requestId, until: soon },
  { type: "extended", until: soon },
];

describe("an operator's state", () => {
  it("changes exactly as the table says and refuses everything else", () => {
    for (const state of operatorStates) {
      for (const event of events) {
        const target = operatorTransitions[state][event.type];
        const expected =
          target === "requested"
            ? event.type === "chose"
              ? "break"
              : "available"
            : target === "same"
              ? state
              : target;
        expect([
          state,
          event.type,
          afterEvent(standing(state), event, step)?.state,
        ]).toEqual([state, event.type, expected]);
      }
    }
  });

  it("takes a chosen break at once when free, with its reason", () => {
    expect(
      afterEvent(standing("available"), choose("break", "lunch"), step),
    ).toEqual(
      standing("break", {
        requestedState: "break",
        breakReason: "lunch",
        since: now,
      }),
    );
  });

  it("forgets the reason when something other than a break is chosen", () => {
    const onBreak = standing("break", {
      requestedState: "break",
      breakReason: "lunch",
    });
    expect(afterEvent(onBreak, choose("available", "stray"), step)).toEqual(
      standing("available", { since: now, idleSince: now }),
    );
  });

  it("keeps what was chosen during a call until the call ends", () => {
    const busy = afterEvent(standing("in_call"), choose("break", "tea"), step);
    expect(busy).toEqual(
      standing("in_call", { requestedState: "break", breakReason: "tea" }),
    );
    expect(busy && afterEvent(busy, { type: "work_ended" }, step)).toEqual(
      standing("break", {
        requestedState: "break",
        breakReason: "tea",
        since: now,
        idleSince: now,
      }),
    );
  });

  it("keeps the place in the line when available is chosen twice", () => {
    expect(
      afterEvent(standing("available"), choose("available"), step),
    ).toEqual(standing("available"));
  });

  it("becomes not_responding after two rings missed in a row, and not after one", () => {
    const once = afterEvent(standing("ringing"), { type: "missed" }, step);
    expect(once).toEqual(
      standing("available", { missedCount: 1, since: now, idleSince: now }),
    );
    expect(
      afterEvent(
        standing("ringing", { missedCount: 1 }),
        { type: "missed" },
        step,
      )?.state,
    ).toBe("not_responding");
  });

  it.each(["accepted", "declined"] as const)(
    "counts missed rings anew after one was %s",
    (type) => {
      expect(
        afterEvent(standing("ringing", { missedCount: 1 }), { type }, step)
          ?.missedCount,
      ).toBe(0);
    },
  );

  it("keeps the count when a ring was withdrawn", () => {
    expect(
      afterEvent(
        standing("ringing", { missedCount: 1 }),
        { type: "withdrawn" },
        step,
      ),
    ).toEqual(standing("available", { missedCount: 1, since: now }));
  });

  it("goes on the break asked for during a ring that was missed", () => {
    const ringing = standing("ringing", {
      requestedState: "break",
      missedCount: 1,
    });
    expect(afterEvent(ringing, { type: "missed" }, step)?.state).toBe("break");
  });

  it("leaves not_responding by choosing available, with a clean count", () => {
    const silent = standing("not_responding", { missedCount: 2 });
    expect(afterEvent(silent, choose("available"), step)).toEqual(
      standing("available", { since: now, idleSince: now }),
    );
  });

  it("is offline, and stays so until they choose, when the line was lost for too long", () => {
    expect(
      afterEvent(
        standing("break", { requestedState: "break", breakReason: "lunch" }),
        { type: "lost" },
        step,
      ),
    ).toEqual(standing("offline", { requestedState: "offline", since: now }));
  });
});
