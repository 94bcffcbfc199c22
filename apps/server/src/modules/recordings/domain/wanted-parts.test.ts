import { describe, expect, it } from "vitest";
import type { JoinId, PrincipalId } from "@veche/contracts";
import type { RecordingRecord } from "./recording-record.ts";
import { compare } from "./wanted-parts.ts";

const anna = "anna" as PrincipalId;
const boris = "boris" as PrincipalId;
const annas = { principalId: anna, joinId: "a1" as JoinId };
const boriss = { principalId: boris, joinId: "b1" as JoinId };

const person = (principalId: PrincipalId, answer: "given" | "asked") => ({
  principalId,
  kind: "user" as const,
  name: principalId,
  consents: [
    {
      purpose: "minutes" as const,
      answer,
      textVersion: 1,
      answeredAt: null,
      givenAt: null,
    },
  ],
});
// Only what decides is spelled out.
const recording = {
  state: "recording",
  people: [person(anna, "given"), person(boris, "asked")],
} as unknown as RecordingRecord;
const sends = (joinId: string, writtenTo: string | null = null) => ({
  joinId: joinId as JoinId,
  writtenTo,
});

describe("what is written", () => {
  it("begins with whoever has agreed, and with nobody else", () => {
    const senders = [sends("a1"), sends("b1")];
    expect(
      compare({ recording, seats: [annas, boriss], senders, openParts: [] }),
    ).toEqual({
      begin: [{ sender: senders[0], principalId: anna }],
      stop: [],
      settle: [],
    });
  });

  it("goes on untouched when it is what is wanted", () => {
    expect(
      compare({
        recording,
        seats: [annas],
        senders: [sends("a1", "part")],
        openParts: [{ base: "part", principalId: anna }],
      }),
    ).toEqual({ begin: [], stop: [], settle: [] });
  });

  it("ceases for whoever withdrew, and for nobody else", () => {
    const senders = [sends("a1", "one"), sends("b1", "two")];
    const openParts = [
      { base: "one", principalId: anna },
      { base: "two", principalId: boris },
    ];
    expect(
      compare({ recording, seats: [annas, boriss], senders, openParts }),
    ).toEqual({
      begin: [],
      stop: [senders[1]],
      settle: [{ part: openParts[1], reason: "withdrawn" }],
    });
  });

  it("begins anew on another connection; the earlier one is settled for what it was", () => {
    const part = { base: "one", principalId: anna };
    const reasonWith = (
      senders: Parameters<typeof compare>[0]["senders"],
      seats = [annas],
    ) => compare({ recording, seats, senders, openParts: [part] }).settle[0];
    expect(reasonWith([sends("a1")])?.reason).toBe("renewed");
    expect(reasonWith([])?.reason).toBe("lost");
    expect(reasonWith([], [])?.reason).toBe("left");
  });

  it("ceases for all when the recording is over, also what no row tells of", () => {
    const senders = [sends("a1", "one"), sends("b1", "stray")];
    const openParts = [{ base: "one", principalId: anna }];
    expect(
      compare({ recording: undefined, seats: [annas], senders, openParts }),
    ).toEqual({
      begin: [],
      stop: senders,
      settle: [{ part: openParts[0], reason: "stopped" }],
    });
  });
});
