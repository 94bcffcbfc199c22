import { serverActor } from "../../../platform/db/database.ts";
import { closeLine } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import {
  callIdsOnConnection,
  nextDeadline,
  overdueCallIds,
  seatLines,
  type SeatLine,
} from "../store/deadlines.ts";
import { changeCallAlone } from "./change-call.ts";

/** Ends what time has ended and answers with the next deadline. */
export async function endOverdue(
  powers: CallPowers,
): Promise<Date | undefined> {
  const { database, clock } = powers;
  for (const callId of await overdueCallIds(database.db, clock.now())) {
    // The step before every step is the passing of time: nothing else is wanted here.
    await changeCallAlone(powers, serverActor, {
      callId,
      actorId: null,
      step: (call) => call,
    });
  }
  return nextDeadline(database.db);
}

/** A socket closed: the seats behind it are held. */
export async function holdSeatsOf(
  powers: CallPowers,
  connectionId: string,
): Promise<void> {
  for (const callId of await callIdsOnConnection(
    powers.database.db,
    connectionId,
  )) {
    await holdSeat(powers, { callId, connectionId });
  }
}

/**
 * After a start the sockets of the process before are gone, and with them nothing else: media runs on between the
 * browsers. Their seats are held from now on.
 */
export async function holdOrphanedSeats(powers: CallPowers): Promise<void> {
  const lines = await seatLines(powers.database.db);
  for (const line of lines) {
    if (!powers.hub.isOpen(line.connectionId)) await holdSeat(powers, line);
  }
}

async function holdSeat(
  powers: CallPowers,
  { callId, connectionId }: SeatLine,
): Promise<void> {
  await changeCallAlone(powers, serverActor, {
    callId,
    actorId: null,
    step: (call, moment) => closeLine(call, connectionId, moment),
  });
}
