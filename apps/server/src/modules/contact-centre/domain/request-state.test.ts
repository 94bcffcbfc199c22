import type { CallEndReason } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import {
  endReasonOfCall,
  requestAfter,
  requestEvents,
  requestStates,
  requestTransitions,
} from "./request-state.ts";

describe("a request's state", () => {
  it("changes exactly as the table says and refuses everything else", () => {
    for (const state of requestStates) {
      for (const event of requestEvents) {
        expect(requestAfter(state, event)).toBe(
          requestTransitions[state][event],
        );
      }
    }
  });

  it("never changes after its end, so it ends exactly once", () => {
    expect(requestEvents.map((event) => requestAfter("ended", event))).toEqual(
      requestEvents.map(() => undefined),
    );
  });

  it("is back in the queue when a ring ended without an answer", () => {
    expect(requestAfter("offered", "offer_returned")).toBe("waiting");
  });

  it("is in the queue, or rings, while it is handed over, and goes on when it is kept", () => {
    expect(requestAfter("active", "transferred")).toBe("waiting");
    expect(requestAfter("active", "offered")).toBe("offered");
    expect(requestAfter("offered", "taken_back")).toBe("active");
    expect(requestAfter("waiting", "taken_back")).toBe("active");
  });

  it("goes on when a supervisor takes it over, be it handed over or not", () => {
    for (const state of ["waiting", "offered", "active"] as const)
      expect(requestAfter(state, "taken_over")).toBe("active");
  });
});

describe("the end of a call ends its request", () => {
  const call = (
    reason: CallEndReason,
    lostSide: "operator" | "customer" | null = null,
  ) => ({
    reason,
    lostSide,
    wasAnswered: false,
  });

  it("as abandoned when the customer hung up in the queue", () => {
    expect(
      endReasonOfCall(
        { isServed: false, origin: "customer" },
        call("cancelled"),
      ),
    ).toBe("abandoned");
  });

  it("as customer_lost when the customer vanished from the queue", () => {
    expect(
      endReasonOfCall(
        { isServed: false, origin: "customer" },
        call("lost", "customer"),
      ),
    ).toBe("customer_lost");
  });

  it("as lost by whoever did not come back to the held seat", () => {
    const active = { isServed: true, origin: "customer" } as const;
    expect(endReasonOfCall(active, call("lost", "operator"))).toBe(
      "operator_lost",
    );
    expect(endReasonOfCall(active, call("lost", "customer"))).toBe(
      "customer_lost",
    );
    expect(endReasonOfCall(active, call("lost"))).toBe("customer_lost");
  });

  it("as completed when an accepted session was hung up", () => {
    expect(
      endReasonOfCall({ isServed: true, origin: "customer" }, call("hung_up")),
    ).toBe("completed");
  });

  it("as declined or unanswered when the operator's own call was not taken (B14)", () => {
    const calling = { isServed: true, origin: "operator" } as const;
    expect(endReasonOfCall(calling, call("declined"))).toBe("declined");
    expect(endReasonOfCall(calling, call("unanswered"))).toBe("unanswered");
    expect(endReasonOfCall(calling, call("cancelled"))).toBe("unanswered");
    expect(
      endReasonOfCall(calling, { ...call("hung_up"), wasAnswered: true }),
    ).toBe("completed");
  });
});
