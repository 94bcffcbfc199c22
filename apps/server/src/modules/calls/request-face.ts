import type { CallRecord } from "./domain/call-record.ts";
import type { CallOutcome, Calls } from "./calls-face.ts";
import { isRungNow } from "./domain/rings.ts";
import { callView } from "./call-view.ts";
import type { CallPowers } from "./powers.ts";
import {
  callsOfRequest,
  endedAmong,
  findCall,
  findCalls,
} from "./store/calls.ts";
import { usersInCalls } from "./store/deadlines.ts";
import { awaitOperatorIn, letGoOf } from "./use-cases/hand-over.ts";
import { qualityOf } from "./use-cases/judge-quality.ts";
import { moveToServer } from "./use-cases/move-to-server.ts";
import { partyOf, seatAnswer, sitterOf } from "./use-cases/seat-answer.ts";
import {
  addParticipant,
  endOpenCall,
  ringCustomer,
  startForRequest,
} from "./use-cases/serve-request.ts";
import { superviseCall } from "./use-cases/supervise-call.ts";
import { captionFor } from "./use-cases/speak-in-call.ts";

type Commands = Pick<
  Calls,
  | "startForRequest"
  | "ringCustomer"
  | "addParticipant"
  | "supervise"
  | "endOpenCall"
  | "moveToServer"
  | "awaitOperator"
  | "letGo"
>;

/** What modules above do with calls, in their own transactions. */
export const requestCommands = (powers: CallPowers): Commands => ({
  async startForRequest(unit, { context, ...request }) {
    const { deviceId, connectionId } = context;
    const customer = partyOf(context.principal);
    const call = await startForRequest(powers, unit, {
      ...request,
      customer,
      line: { deviceId, connectionId },
    });
    return call.id;
  },
  async ringCustomer(unit, { joiner, ...request }) {
    const operator = partyOf(joiner.context.principal);
    const sitter = sitterOf(joiner.context, joiner);
    return callView(
      await ringCustomer(powers, unit, { ...request, operator, sitter }),
    );
  },
  async addParticipant(unit, callId, joiner) {
    const party = partyOf(joiner.context.principal);
    const sitter = sitterOf(joiner.context, joiner);
    return callView(
      await addParticipant(powers, unit, {
        callId,
        party,
        sitter,
        answer: joiner.answer,
        insteadOf: joiner.insteadOf ?? null,
      }),
    );
  },
  supervise: (unit, callId, { context, mode, isTold, ...joiner }) =>
    superviseCall(powers, unit, {
      ...{ callId, mode, isTold },
      party: partyOf(context.principal),
      sitter: sitterOf(context, joiner),
    }),
  awaitOperator: (unit, wish) => awaitOperatorIn(powers, unit, wish),
  letGo: (unit, leaving) => letGoOf(powers, unit, leaving),
  moveToServer: (unit, move) => moveToServer(powers, unit, move),
  async endOpenCall(unit, ending) {
    await endOpenCall(powers, unit, ending);
  },
});

type Questions = Pick<
  Calls,
  | "seatOf"
  | "seatIn"
  | "outcomesOf"
  | "callsOfRequest"
  | "find"
  | "qualityOf"
  | "usersInCalls"
  | "isRung"
  | "passEarlyOffer"
  | "captionFor"
>;

/** What others may ask about calls. */
export function callQuestions(powers: CallPowers): Questions {
  const { db } = powers.database;
  return {
    async seatOf(callId, principalId, joinId) {
      const call = await findCall(db, callId);
      const isMine =
        call?.seats.some(
          (seat) => seat.principalId === principalId && seat.joinId === joinId,
        ) === true;
      return isMine ? seatAnswer(powers, call, principalId) : undefined;
    },
    seatIn: (call, principalId) => ({
      call,
      ice: powers.media.iceConfiguration(principalId),
    }),
    outcomesOf: async (callIds) =>
      (await findCalls(db, await endedAmong(db, callIds))).flatMap(outcomeOf),
    async find(callId) {
      const call = powers.book.get(callId) ?? (await findCall(db, callId));
      return call && callView(call);
    },
    callsOfRequest: async (requestId) =>
      (await callsOfRequest(db, requestId)).map(callView),
    qualityOf: (requestIds) => qualityOf(powers, requestIds),
    async isRung(callId, userId) {
      const call = await findCall(db, callId);
      return call !== undefined && isRungNow(call, userId);
    },
    usersInCalls: () => usersInCalls(db),
    captionFor: (spoken) => captionFor(powers, spoken),
    passEarlyOffer(callId, to) {
      const offer = powers.book.earlyOffer(callId);
      if (offer === undefined) return;
      const ice = powers.media.iceConfiguration(to);
      powers.hub.notify([to], { type: "call.prepared", ...offer, ice });
    },
  };
}

function outcomeOf(call: CallRecord): readonly CallOutcome[] {
  if (call.endReason === null) return [];
  const lost = call.seats.find((seat) => seat.principalId === call.lostId);
  const called = call.seats.filter(
    (seat) => seat.principalId !== call.callerId,
  );
  return [
    {
      id: call.id,
      requestId: call.requestId,
      reason: call.endReason,
      lostSide:
        lost === undefined
          ? null
          : lost.kind === "user"
            ? "operator"
            : "customer",
      wasAnswered: called.some((seat) => seat.joinId !== null),
    },
  ];
}
