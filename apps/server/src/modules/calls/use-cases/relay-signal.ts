import type { CommandParams } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import type { CallRecord } from "../domain/call-record.ts";
import { isKnownTo } from "../domain/supervision.ts";
import type { CallPowers } from "../powers.ts";
import { findCall } from "../store/calls.ts";
import { ownSeat } from "./update-seat.ts";

type SignalParams = CommandParams<"call.signal">;

/**
 * Passes descriptions and candidates from the holder of `joinId` to the socket of the seat that answers on
 * `toJoinId` in the same call, and to nobody else. A receiver who is gone by now loses the signal: on seeing the
 * new `joinId` the sender begins anew. Signals of one socket arrive in the order they were sent.
 */
export function createSignalRelay(powers: CallPowers) {
  const { book, database } = powers;
  /** Sockets whose earlier signal still waits for the database. */
  const waiting = new Map<string, Promise<void>>();

  const reload = async (
    context: CommandContext,
    params: SignalParams,
  ): Promise<void> => {
    const call = await findCall(database.db, params.callId);
    if (call === undefined) throw new AppError("request.not_found");
    book.put(call);
    deliverSignal(powers, context, { call, params });
  };

  return async (
    context: CommandContext,
    params: SignalParams,
  ): Promise<void> => {
    const call = book.get(params.callId);
    const earlier = waiting.get(context.connectionId);
    if (earlier === undefined && call !== undefined && isFresh(call, params)) {
      deliverSignal(powers, context, { call, params });
      return;
    }
    const mine = (earlier ?? Promise.resolve())
      .catch(() => undefined)
      .then(() => reload(context, params));
    waiting.set(context.connectionId, mine);
    try {
      await mine;
    } finally {
      if (waiting.get(context.connectionId) === mine)
        waiting.delete(context.connectionId);
    }
  };
}

const isFresh = (call: CallRecord, params: SignalParams): boolean =>
  [params.joinId, params.toJoinId].every((joinId) =>
    call.seats.some((seat) => seat.joinId === joinId),
  );

/** To the receiver's socket now. Refuses what `ownSeat` refuses. */
function deliverSignal(
  { hub }: CallPowers,
  context: CommandContext,
  {
    call,
    params,
  }: { readonly call: CallRecord; readonly params: SignalParams },
): void {
  const sender = ownSeat(call, context, params.joinId);
  const receiver = call.seats.find((seat) => seat.joinId === params.toJoinId);
  if (receiver === undefined || receiver === sender) return;
  if (receiver.connectionId === null || !isKnownTo(receiver, sender)) return;
  hub.notifyConnection(receiver.connectionId, {
    type: "call.signalled",
    callId: params.callId,
    fromJoinId: params.joinId,
    toJoinId: params.toJoinId,
    signal: params.signal,
  });
}
