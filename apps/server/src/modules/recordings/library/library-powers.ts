import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { WriteGate } from "../../../platform/db/write-gate.ts";
import type { EventBus } from "../../../platform/event-bus.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import type { FilmMaker } from "../compose/film/film-maker.ts";
import type { RecordingsTables } from "../store/tables.ts";

/** What the library works with. */
export interface LibraryPowers {
  readonly database: Database<RecordingsTables>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  readonly bus: Pick<EventBus, "on">;
  /** Closed while the disk is full. */
  readonly writeGate: WriteGate;
  /** The data folder: tracks are named from here. */
  readonly dataDir: string;
  /** The address people open, without a path. */
  readonly publicUrl: string;
  /** Undefined where no films can be made: ffmpeg is not installed. */
  readonly filmMaker: FilmMaker | undefined;
}
