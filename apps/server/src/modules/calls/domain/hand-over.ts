import type { PrincipalId } from "@veche/contracts";
import { leave, type Seat } from "./seat.ts";

interface SeatedCall {
  readonly state: "ringing" | "active" | "ended";
  readonly awaitsOperator: boolean;
  readonly seats: readonly Seat[];
}

/** The call of a session waits for another operator: the present one may leave it without ending it. */
export const awaitOperator = <Call extends SeatedCall>(
  call: Call,
  wish: "await" | "no_longer",
): Call =>
  call.state === "ended" ? call : { ...call, awaitsOperator: wish === "await" };

/** Whoever goes leaves the call going; who stays alone waits without a hold of theirs running. */
export function letGo<Call extends SeatedCall>(
  call: Call,
  isLeaving: (seat: Seat) => boolean,
): Call {
  if (call.state === "ended") return call;
  const seats = call.seats.map((seat) =>
    isLeaving(seat) && seat.state !== "left" ? leave(seat) : seat,
  );
  const present = seats.filter(({ state }) => state !== "left");
  return {
    ...call,
    seats: present.length > 1 ? seats : seats.map(linkless),
  };
}

/** Nobody is there to be connected to: that is no loss of a line. */
const linkless = (seat: Seat): Seat =>
  seat.state === "left" || seat.connectionId === null
    ? seat
    : { ...seat, link: "none", state: "joining", heldUntil: null };

/** Takes the place of an operator who has it no longer, or who goes with the same step. */
export const withSeat = <Call extends SeatedCall>(
  call: Call,
  seat: Seat,
  insteadOf: PrincipalId | null,
): Call => ({
  ...call,
  awaitsOperator: false,
  seats: [
    ...call.seats
      .filter(({ principalId }) => principalId !== seat.principalId)
      .map((one) => (one.principalId === insteadOf ? leave(one) : one)),
    seat,
  ],
});

/** Has everybody else left the one who sits here? */
export const isAlone = (call: SeatedCall, seat: Seat): boolean =>
  call.seats.every(
    (one) => one.principalId === seat.principalId || one.state === "left",
  );

/** Did an operator go while the call waits for the next one? */
export const hasOperatorLeft = ({
  before,
  after,
}: {
  readonly before: SeatedCall | undefined;
  readonly after: SeatedCall;
}): boolean =>
  after.awaitsOperator &&
  after.state !== "ended" &&
  after.seats.some(
    (seat) =>
      seat.kind === "user" &&
      seat.supervision === null &&
      seat.state === "left" &&
      before?.seats.some(
        (one) => one.principalId === seat.principalId && one.state !== "left",
      ) === true,
  );
