import type { PrincipalId } from "@veche/contracts";

/** How it rang for somebody. */
export interface Ring {
  readonly principalId: PrincipalId;
  readonly state: "ringing" | "answered" | "declined" | "missed";
  readonly rungAt: Date;
  /** When it stops by itself; null: it does not ring, or ends with the ring of the whole call. */
  readonly ringsUntil: Date | null;
}

interface WithRings {
  readonly rings: readonly Ring[];
}

export interface Ringing {
  readonly people: readonly PrincipalId[];
  readonly now: Date;
  readonly until: Date | null;
}

/** Rings these people, also those whom it rang before; for whom it rings already it goes on. */
export function ringThem(
  rings: readonly Ring[],
  { people, now, until }: Ringing,
): readonly Ring[] {
  const isRinging = (id: PrincipalId): boolean =>
    rings.some((one) => one.principalId === id && one.state === "ringing");
  const anew = people.filter((id) => !isRinging(id));
  return [
    ...rings.filter(({ principalId }) => !anew.includes(principalId)),
    ...anew.map((principalId): Ring => ({
      principalId,
      state: "ringing",
      rungAt: now,
      ringsUntil: until,
    })),
  ];
}

/** It rings for this person no more. Of whom it does not ring for nothing is said. */
export const stopRing = <Call extends WithRings>(
  call: Call,
  principalId: PrincipalId,
  state: Exclude<Ring["state"], "ringing">,
): Call => stopRings(call, state, (ring) => ring.principalId === principalId);

/** Nobody came who was rung. */
export const missRings = <Call extends WithRings>(call: Call): Call =>
  stopRings(call, "missed", () => true);

/** Rings whose time is over. */
export const passRings = <Call extends WithRings>(
  call: Call,
  now: Date,
): Call =>
  stopRings(
    call,
    "missed",
    ({ ringsUntil }) => ringsUntil !== null && ringsUntil <= now,
  );

export const isRungNow = (
  { rings }: WithRings,
  principalId: PrincipalId,
): boolean =>
  rings.some(
    (ring) => ring.principalId === principalId && ring.state === "ringing",
  );

function stopRings<Call extends WithRings>(
  call: Call,
  state: Ring["state"],
  isOver: (ring: Ring) => boolean,
): Call {
  const over = call.rings.filter(
    (ring) => ring.state === "ringing" && isOver(ring),
  );
  if (over.length === 0) return call;
  const rings = call.rings.map((ring) =>
    over.includes(ring) ? { ...ring, state, ringsUntil: null } : ring,
  );
  return { ...call, rings };
}
