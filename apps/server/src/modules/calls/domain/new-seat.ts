import type { MediaState, PrincipalId } from "@veche/contracts";
import type { Seat, Sitter } from "./seat.ts";

/** Who takes part, before they do anything. */
export interface Party {
  readonly principalId: PrincipalId;
  readonly kind: "user" | "customer" | "guest";
  readonly name: string;
}

const silent: MediaState = { microphone: false, camera: false, screen: false };

/**
 * Exactly one of two yields when offers cross: the customer; between two users the one who is called.
 */
const emptySeat = (party: Party, role: "caller" | "called"): Seat => ({
  principalId: party.principalId,
  kind: party.kind,
  name: party.name,
  state: "invited",
  joinId: null,
  deviceId: null,
  connectionId: null,
  link: "none",
  isPolite: party.kind === "customer" || role === "called",
  media: silent,
  heldUntil: null,
  supervision: null,
  isSupervisionTold: false,
});

/** The seat of whoever is rung. */
export const invitedSeat = (party: Party): Seat => emptySeat(party, "called");

/** The seat of whoever calls, or answers by accepting: taken at once. An operator facing a customer never yields. */
export const takenSeat = (party: Party, sitter: Sitter): Seat => ({
  ...emptySeat(party, "caller"),
  ...sitter,
  state: "joining",
});

/** The seat of a customer in the queue: they are on their way, by this socket, and will say their `joinId`. */
export const expectedSeat = (
  party: Party,
  line: Pick<Seat, "deviceId" | "connectionId">,
): Seat => ({
  ...emptySeat(party, "caller"),
  ...line,
  state: "joining",
});
