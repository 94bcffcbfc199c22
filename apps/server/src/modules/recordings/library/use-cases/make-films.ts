import { serverActor } from "../../../../platform/db/database.ts";
import type { FilmMaker } from "../../compose/film/film-maker.ts";
import type { LibraryFolder } from "../library-folder.ts";
import type { LibraryPowers } from "../library-powers.ts";
import {
  compositionGoesOn,
  endComposition,
  takeComposition,
  type StoredComposition,
} from "../store/compositions.ts";
import { reelsOf } from "../store/stock.ts";

export type MakeFilmsDeps = Pick<
  LibraryPowers,
  "database" | "clock" | "timers" | "log" | "writeGate"
> & {
  readonly folder: LibraryFolder;
  readonly filmMaker: FilmMaker;
  /** The server stops. */
  readonly stopping: AbortSignal;
};

/** Who has not said for so long that they make it is dead. */
const deadAfterMs = 60_000;
const sayEveryMs = 2_000;
const mostTries = 3;

/**
 * Makes the films that are wanted, one at a time, until none is. Each start has a number and a file of its own: whoever
 * is killed when, one whole file is taken.
 */
export async function makeFilms(deps: MakeFilmsDeps): Promise<void> {
  const { database, clock, stopping, writeGate } = deps;
  while (!stopping.aborted) {
    writeGate.assertOpen();
    const now = clock.now();
    const deadBefore = new Date(now.getTime() - deadAfterMs);
    const work = await database.transact(serverActor, (unit) =>
      takeComposition(unit, { now, deadBefore }),
    );
    if (work === undefined) return;
    await make(deps, work);
  }
}

async function make(
  deps: MakeFilmsDeps,
  work: StoredComposition,
): Promise<void> {
  const { database, folder, filmMaker, log, stopping } = deps;
  const { recordingId } = work;
  const output = await folder.place(recordingId, fileOf(work));
  await removeEarlier(folder, work);
  const saying = sayProgress(deps, work);
  try {
    const reels = (await reelsOf(database.db, recordingId)).map((reel) => ({
      ...reel,
      path: folder.path(recordingId, { kind: "reel", id: reel.id }),
    }));
    await filmMaker.make({
      ...{ ...work, reels, output },
      signal: AbortSignal.any([stopping, saying.unwanted]),
      onProgress: saying.tell,
    });
    const sizeBytes = (await folder.read(output))?.sizeBytes ?? 0;
    if (!(await end(deps, work, { state: "ready", sizeBytes })))
      await folder.remove(output);
  } catch (error) {
    await folder.remove(output);
    if (saying.unwanted.aborted) return;
    const isOver = !stopping.aborted && work.tries >= mostTries;
    if (!stopping.aborted)
      log.error({ error, compositionId: work.id }, "a film could not be made");
    await end(deps, work, { state: isOver ? "failed" : "waiting" });
  } finally {
    saying[Symbol.dispose]();
  }
}

const fileOf = ({ id, run, format }: StoredComposition) =>
  ({ kind: "film", id, run, format }) as const;

/** What dead makers left, and the film before this one. */
async function removeEarlier(
  folder: LibraryFolder,
  work: StoredComposition,
): Promise<void> {
  for (let run = 0; run < work.run; run += 1) {
    const path = folder.path(work.recordingId, fileOf({ ...work, run }));
    await folder.remove(path);
    await folder.remove(`${path}.part`);
  }
}

const end = (
  { database }: MakeFilmsDeps,
  work: StoredComposition,
  how: Parameters<typeof endComposition>[2],
): Promise<boolean> =>
  database.transact(serverActor, (unit) => endComposition(unit, work, how));

/** Says every two seconds how far it is, and learns whether it is still wanted. */
function sayProgress(
  { database, clock, timers, log }: MakeFilmsDeps,
  work: StoredComposition,
): Disposable & {
  readonly unwanted: AbortSignal;
  readonly tell: (progress: number) => void;
} {
  const unwanted = new AbortController();
  let progress = 0;
  const say = async (): Promise<void> => {
    const goesOn = await database.transact(serverActor, (unit) =>
      compositionGoesOn(unit, work, { progress, now: clock.now() }),
    );
    if (!goesOn) unwanted.abort();
  };
  const every = timers.every(sayEveryMs, () => {
    say().catch((error: unknown) =>
      log.warn({ error }, "the progress of a film could not be told"),
    );
  });
  return {
    unwanted: unwanted.signal,
    tell: (now) => {
      progress = now;
    },
    [Symbol.dispose]: () => every[Symbol.dispose](),
  };
}
