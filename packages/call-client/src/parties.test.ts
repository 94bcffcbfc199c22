import { describe, expect, it } from "vitest";
import type { Call, CallParticipant, PrincipalId } from "@veche/contracts";
import { othersOf, partiesOf } from "./parties.ts";

// Names stand for identifiers; of a participant only this is looked at.
const one = (name: string, change: Partial<CallParticipant> = {}) =>
  ({
    principalId: name as PrincipalId,
    ...{ name, state: "live", ...change },
  }) as CallParticipant;
const callOf = (...participants: CallParticipant[]) =>
  ({ participants }) as Call;

describe("the other one in a call of two", () => {
  it("stays who the call is of when a supervisor came before them", () => {
    const call = callOf(
      one("Carl"),
      one("Olga", { state: "left" }),
      one("Sofia", { supervision: "join" }),
      one("Nina"),
    );
    const carl = "Carl" as PrincipalId;
    expect(partiesOf(call, carl).peer?.name).toBe("Nina");
    expect(othersOf(call, carl).map(({ name }) => name)).toEqual([
      ...["Nina", "Sofia"],
    ]);
  });

  it("is a supervisor while nobody else is there", () => {
    const call = callOf(one("Carl"), one("Sofia", { supervision: "join" }));
    expect(partiesOf(call, "Carl" as PrincipalId).peer?.name).toBe("Sofia");
  });
});
