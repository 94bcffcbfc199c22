import { serverActor } from "../../../platform/db/database.ts";
import type { CallId, RoomId } from "@veche/contracts";
import { closeLine, holdAnew, moveToRoom } from "../domain/call-record.ts";
import type { Seat } from "../domain/seat.ts";
import type { CallPowers } from "../powers.ts";
import {
  nextDeadline,
  openCallIds,
  overdueCallIds,
  seatsOnConnections,
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

/** Sockets closed: the seats behind them are held. */
export async function holdSeatsOf(
  powers: CallPowers,
  connectionIds: readonly string[],
): Promise<void> {
  const { db } = powers.database;
  for (const seat of await seatsOnConnections(db, connectionIds))
    await holdSeat(powers, seat);
}

/**
 * After a start the sockets of the process before are gone, and with them nothing else: media runs on between the
 * browsers. Their seats are held from now on, those that were held before too: nobody could come back while the
 * server was down.
 */
export async function holdOrphanedSeats(powers: CallPowers): Promise<void> {
  const { database, hub } = powers;
  const isOrphan = (seat: Seat): boolean =>
    seat.connectionId === null || !hub.isOpen(seat.connectionId);
  const callIds = await openCallIds(database.db);
  for (let begun = 0; begun < callIds.length; begun += atOnce) {
    await Promise.all(
      callIds.slice(begun, begun + atOnce).map((callId) =>
        changeCallAlone(powers, serverActor, {
          callId,
          actorId: null,
          isTimeStopped: true,
          step: (call, moment) =>
            moveToRoom(
              holdAnew(call, isOrphan, moment),
              // The media server ended with the process before.
              powers.ids.next<RoomId>(),
            ),
        }),
      ),
    );
  }
}

/** A start with a thousand calls takes no thousand turns, and leaves connections for others. */
const atOnce = 5;

async function holdSeat(
  powers: CallPowers,
  {
    callId,
    connectionId,
  }: { readonly callId: CallId; readonly connectionId: string },
): Promise<void> {
  await changeCallAlone(powers, serverActor, {
    callId,
    actorId: null,
    step: (call, moment) => closeLine(call, connectionId, moment),
  });
}
