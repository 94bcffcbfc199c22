import type { Call, CallParticipant, PrincipalId } from "@veche/contracts";

export interface Parties {
  readonly me: CallParticipant | null;
  readonly peer: CallParticipant | null;
}

/** Me and the other one, in a call of two; beside a supervisor it is the one whom the call is of. */
export const partiesOf = (
  call: Call | null,
  principalId: PrincipalId,
): Parties => ({
  me: call?.participants.find((one) => one.principalId === principalId) ?? null,
  peer: othersOf(call, principalId)[0] ?? null,
});

/** Everybody else who has a seat, in the order of coming, a supervisor of theirs last. */
export function othersOf(
  call: Call | null,
  principalId: PrincipalId,
): readonly CallParticipant[] {
  const others =
    call?.participants.filter(
      (one) => one.principalId !== principalId && one.state !== "left",
    ) ?? [];
  return [
    ...others.filter(({ supervision }) => supervision === undefined),
    ...others.filter(({ supervision }) => supervision !== undefined),
  ];
}

/** Does anything come from this participant that I should receive? */
export const isSending = (participant: CallParticipant | null): boolean =>
  participant !== null && Object.values(participant.media).some(Boolean);
