import type {
  CallEndReason,
  CallId,
  CallMedia,
  ClientId,
  ConversationId,
  EarlyAnswer,
  PrincipalId,
  RequestId,
} from "@veche/contracts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { admit, end, type CallRecord } from "../domain/call-record.ts";
import {
  expectedSeat,
  invitedSeat,
  takenSeat,
  type Party,
} from "../domain/new-seat.ts";
import type { Seat, Sitter } from "../domain/seat.ts";
import type { CallPowers } from "../powers.ts";
import { insertCall, openCallIn } from "../store/calls.ts";
import { callsTx, changeCall, tellChange } from "./change-call.ts";

export interface RequestCall {
  readonly requestId: RequestId;
  readonly conversationId: ConversationId;
  readonly media: CallMedia;
}

/** The call of a customer in the queue: it rings nobody yet and has no end by time. */
export function startForRequest(
  powers: CallPowers,
  unit: LentUnit,
  request: RequestCall & {
    readonly customer: Party;
    readonly line: Pick<Seat, "deviceId" | "connectionId">;
  },
): Promise<CallRecord> {
  return insert(powers, unit, {
    ...request,
    clientId: null,
    ringsUntil: null,
    seats: [expectedSeat(request.customer, request.line)],
  });
}

/** The call an operator makes to a customer: the customer's page rings. */
export function ringCustomer(
  powers: CallPowers,
  unit: LentUnit,
  request: RequestCall & {
    readonly operator: Party;
    readonly sitter: Sitter;
    readonly customer: Party;
  },
): Promise<CallRecord> {
  const operator = takenSeat(request.operator, request.sitter);
  return insert(powers, unit, {
    ...request,
    clientId: null,
    ringsUntil: new Date(
      powers.clock.now().getTime() + powers.settings.ringTimeoutMs,
    ),
    seats: [operator, invitedSeat(request.customer)],
  });
}

/** Seats the operator who accepted, in the place of whoever handed the session over; the call becomes active. */
export function addParticipant(
  powers: CallPowers,
  unit: LentUnit,
  {
    callId,
    party,
    sitter,
    answer,
    insteadOf,
  }: {
    readonly callId: CallId;
    readonly party: Party;
    readonly sitter: Sitter;
    readonly answer: EarlyAnswer | undefined;
    readonly insteadOf: PrincipalId | null;
  },
): Promise<CallRecord> {
  return changeCall(powers, unit, {
    callId,
    actorId: party.principalId,
    step: (call, moment) =>
      admit(call, { seat: takenSeat(party, sitter), insteadOf }, moment),
    answer: answer && { ...answer, fromJoinId: sitter.joinId },
  });
}

/** Ends what call the conversation has, with the session it belonged to. */
export async function endOpenCall(
  powers: CallPowers,
  unit: LentUnit,
  { conversationId, reason, actorId }: SessionEnd,
): Promise<void> {
  const callId = await openCallIn(callsTx(unit), conversationId);
  if (callId === undefined) return;
  await changeCall(powers, unit, {
    callId,
    actorId,
    step: (call, { now }) => end(call, reason, now),
  });
}

export interface SessionEnd {
  readonly conversationId: ConversationId;
  readonly reason: CallEndReason;
  readonly actorId: PrincipalId | null;
}

interface NewCall extends RequestCall {
  readonly clientId: ClientId | null;
  readonly ringsUntil: Date | null;
  readonly seats: readonly [Seat, ...Seat[]];
}

async function insert(
  powers: CallPowers,
  unit: LentUnit,
  { requestId, conversationId, media, clientId, ringsUntil, seats }: NewCall,
): Promise<CallRecord> {
  const call: CallRecord = {
    id: powers.ids.next<CallId>(),
    conversationId,
    requestId,
    media,
    kind: "pair",
    topology: "p2p",
    roomId: null,
    state: "ringing",
    callerId: seats[0].principalId,
    createdAt: powers.clock.now(),
    ringsUntil,
    liveAt: null,
    endedAt: null,
    endReason: null,
    awaitsOperator: false,
    lostId: null,
    revision: 1,
    seats,
    rings: [],
  };
  await insertCall(callsTx(unit), call, clientId);
  await tellChange(powers, unit, {
    before: undefined,
    after: call,
    actorId: call.callerId,
  });
  return call;
}
