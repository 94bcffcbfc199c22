import type { Clock } from "../../../platform/clock.ts";
import { serverActor, type Database } from "../../../platform/db/database.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import type { ByteStore } from "../byte-store.ts";
import { roomOf } from "../domain/limits.ts";
import {
  claimDueFile,
  deleteFile,
  nextDueAt,
  renewLease,
  renewLeaseEveryMs,
  type DueFile,
} from "../store/due-files.ts";
import { giveRoomBack } from "../store/quotas.ts";
import type { FilesTables } from "../store/tables.ts";

export interface DueWorkDeps {
  readonly database: Database<FilesTables>;
  readonly bytes: ByteStore;
  readonly clock: Clock;
  readonly timers: Pick<Timers, "every">;
  readonly log: Log;
  readonly examine: (file: DueFile) => Promise<void>;
}

/** After so many files others get a turn: a round must end to be followed by the next. */
const filesInRound = 50;

/** Looks at what came in and removes what nobody uses any more; answers with when there is something to do again. */
export async function doDueWork(deps: DueWorkDeps): Promise<Date | undefined> {
  const { database, clock, examine } = deps;
  for (let done = 0; done < filesInRound; done += 1) {
    const file = await database.transact(serverActor, ({ tx }) =>
      claimDueFile(tx, clock.now()),
    );
    if (file === undefined) break;
    using _lease = keepLease(deps, file);
    if (file.state === "received") await examine(file);
    else await remove(deps, file);
  }
  return nextDueAt(database.db);
}

/** Others leave a file alone for as long as this process works on it, and not much longer. */
function keepLease(
  { database, clock, timers, log }: DueWorkDeps,
  { id, state, dueAt }: DueFile,
): Disposable {
  let until = dueAt;
  const renew = async (): Promise<void> => {
    const taken = { id, state, dueAt: until };
    until =
      (await database.transact(serverActor, ({ tx }) =>
        renewLease(tx, taken, clock.now()),
      )) ?? until;
  };
  return timers.every(renewLeaseEveryMs, () => {
    renew().catch((error: unknown) => {
      log.debug({ error, fileId: id }, "a lease could not be renewed");
    });
  });
}

/** The bytes first: a row without bytes is removed again, bytes without a row would stay for ever. */
async function remove(
  { database, bytes }: DueWorkDeps,
  { id, ownerId, declaredBytes }: DueFile,
): Promise<void> {
  await bytes.remove(id);
  await database.transact(serverActor, async ({ tx }) => {
    await deleteFile(tx, id);
    await giveRoomBack(tx, ownerId, roomOf(declaredBytes));
  });
}
