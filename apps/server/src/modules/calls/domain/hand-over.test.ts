import { describe, expect, it } from "vitest";
import type { DeviceId, JoinId, PrincipalId } from "@veche/contracts";
import {
  awaitOperator,
  hasOperatorLeft,
  isAlone,
  letGo,
  withSeat,
} from "./hand-over.ts";
import { takenSeat, type Party } from "./new-seat.ts";
import type { Seat } from "./seat.ts";

// Readable names stand in for the identifiers: nothing here looks inside them.
const named = <Kind extends string>(name: string): Kind => name as Kind;

const partyOf = (name: string, kind: Party["kind"]): Party => ({
  principalId: named<PrincipalId>(name),
  kind,
  name,
});

const seatOf = (name: string, kind: Party["kind"] = "user"): Seat => ({
  ...takenSeat(partyOf(name, kind), {
    joinId: named<JoinId>(`join of ${name}`),
    deviceId: named<DeviceId>(`device of ${name}`),
    connectionId: `socket of ${name}`,
    media: { microphone: true, camera: true, screen: false },
  }),
  state: "live",
  link: "live",
});

const carl = seatOf("Carl", "customer");
const olga = seatOf("Olga");
const nina = seatOf("Nina");
const talking = {
  state: "active",
  awaitsOperator: false,
  seats: [carl, olga],
} as const;
const handedOver = awaitOperator(talking, "await");
const isOlga = ({ principalId }: Seat): boolean =>
  principalId === olga.principalId;

describe("a call that is handed over", () => {
  it("goes on when the operator goes; whoever stays alone has no hold running", () => {
    const alone = letGo(
      {
        ...handedOver,
        seats: [{ ...carl, heldUntil: new Date(5), link: "lost" }, olga],
      },
      isOlga,
    );
    expect(alone.seats).toMatchObject([
      { state: "joining", link: "none", heldUntil: null },
      { state: "left" },
    ]);
    expect(isAlone(alone, carl)).toBe(true);
    expect(hasOperatorLeft({ before: handedOver, after: alone })).toBe(true);
    expect(hasOperatorLeft({ before: alone, after: alone })).toBe(false);
  });

  it("leaves the hold of a customer who is away as it is", () => {
    const heldUntil = new Date(9_000);
    const away = {
      ...carl,
      connectionId: null,
      state: "reconnecting",
      heldUntil,
    } as const;
    const alone = letGo({ ...handedOver, seats: [away, olga] }, isOlga);
    expect(alone.seats[0]).toEqual(away);
  });

  it("is the next operator's with the step in which the first one leaves", () => {
    const next = withSeat(handedOver, nina, olga.principalId);
    expect(next.awaitsOperator).toBe(false);
    expect(next.seats.map(({ name, state }) => [name, state])).toEqual([
      ["Carl", "live"],
      ["Olga", "left"],
      ["Nina", "live"],
    ]);
    const back = withSeat(next, olga, nina.principalId);
    expect(back.seats.map(({ name, state }) => [name, state])).toEqual([
      ["Carl", "live"],
      ["Nina", "left"],
      ["Olga", "live"],
    ]);
  });

  it("that has ended awaits nobody", () => {
    const ended = { ...talking, state: "ended" } as const;
    expect(awaitOperator(ended, "await")).toBe(ended);
    expect(letGo(ended, isOlga)).toBe(ended);
  });
});
