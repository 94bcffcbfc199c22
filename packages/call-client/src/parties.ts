import type { Call, CallParticipant, PrincipalId } from "@veche/contracts";

export interface Parties {
  readonly me: CallParticipant | null;
  readonly peer: CallParticipant | null;
}

/** Me and the other one, in a call of two. */
export const partiesOf = (
  call: Call | null,
  principalId: PrincipalId,
): Parties => ({
  me: call?.participants.find((one) => one.principalId === principalId) ?? null,
  peer:
    call?.participants.find(
      (one) => one.principalId !== principalId && one.state !== "left",
    ) ?? null,
});

/** Everybody else who has a seat, in the order of coming. */
export const othersOf = (
  call: Call | null,
  principalId: PrincipalId,
): readonly CallParticipant[] =>
  call?.participants.filter(
    (one) => one.principalId !== principalId && one.state !== "left",
  ) ?? [];

/** Does anything come from this participant that I should receive? */
export const isSending = (participant: CallParticipant | null): boolean =>
  participant !== null && Object.values(participant.media).some(Boolean);
