import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Log } from "../../platform/log.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Chats } from "../chats/index.ts";
import type { ServedSessions } from "./served-sessions.port.ts";
import type { RatingsTables } from "./store/tables.ts";
import type { Supervisors } from "./supervisors.port.ts";

export interface RatingsDeps {
  readonly database: Database<RatingsTables>;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly hub: Pick<Hub, "notify">;
  readonly chats: Pick<Chats, "append">;
  readonly sessions: ServedSessions;
  readonly supervisors: Supervisors;
  /** Seals the links. */
  readonly linkKey: string;
  readonly publicUrl: string;
}
