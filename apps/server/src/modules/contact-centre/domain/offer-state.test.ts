import { offerOutcomes } from "@veche/contracts";
import { describe, expect, it } from "vitest";
import { mayAnswer, offerOutcomeTable } from "./offer-state.ts";
import { operatorTransitions } from "./operator-state.ts";

const now = new Date(10_000);
const later = new Date(10_001);

describe("an offer", () => {
  it("may be answered while it rings", () => {
    expect(mayAnswer({ state: "open", expiresAt: later }, now)).toEqual({
      ok: true,
    });
  });

  it("may not be answered from the instant its time is over, even before the sweep closed it", () => {
    expect(mayAnswer({ state: "open", expiresAt: now }, now)).toEqual({
      ok: false,
      closedAs: "timed_out",
    });
  });

  it.each(offerOutcomes)("may not be answered once it is %s", (outcome) => {
    expect(mayAnswer({ state: outcome, expiresAt: later }, now)).toEqual({
      ok: false,
      closedAs: outcome,
    });
  });

  it("frees or engages the operator who rang, whatever its outcome", () => {
    for (const outcome of offerOutcomes) {
      expect(
        operatorTransitions.ringing[offerOutcomeTable[outcome].operator],
      ).toBeDefined();
    }
  });

  it("keeps only decliners and missers from the same request", () => {
    expect(
      offerOutcomes.filter((outcome) => offerOutcomeTable[outcome].isRefusal),
    ).toEqual(["declined", "timed_out"]);
  });
});
