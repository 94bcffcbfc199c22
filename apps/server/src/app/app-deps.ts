import type { Clock } from "../platform/clock.ts";
import type { Config } from "../platform/config/config.ts";
import type { DatabaseHealth } from "../platform/db/database-health.ts";
import type { OpenDatabase } from "../platform/db/create-database.ts";
import type { WriteGate } from "../platform/db/write-gate.ts";
import type { EventBus } from "../platform/event-bus.ts";
import type { Ids } from "../platform/ids.ts";
import type { Log } from "../platform/log.ts";
import type { Timers } from "../platform/timers.ts";
import type { Media } from "../modules/media/index.ts";

/** What the process opens before the product can be put together. */
export interface AppDeps {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  // The modules' tables are theirs; here the database is only handed on.
  readonly database: OpenDatabase<unknown>;
  readonly bus: EventBus;
  /** Closes while the disk is full. */
  readonly writeGate: WriteGate;
  readonly databaseHealth: DatabaseHealth;
  readonly media: Media;
}
