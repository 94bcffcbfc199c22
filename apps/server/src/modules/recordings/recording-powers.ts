import type { User, UserId } from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Calls } from "../calls/index.ts";
import type { Chats } from "../chats/index.ts";
import type { Media } from "../media/index.ts";
import type { ConferencePlans } from "./conference-plans.port.ts";
import type { RecordingsTables } from "./store/tables.ts";

/** The staff with their roles. */
interface RecordingUsers {
  many(userIds: readonly UserId[]): Promise<readonly User[]>;
}

/** What the module works with. */
export interface RecordingPowers {
  readonly database: Database<RecordingsTables>;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly timers: Timers;
  readonly hub: Hub;
  readonly calls: Pick<Calls, "find" | "moveToServer">;
  readonly chats: Pick<Chats, "append">;
  readonly users: RecordingUsers;
  readonly plans: ConferencePlans;
  readonly media: Pick<Media, "serverStatus" | "rooms">;
  /** Files of tracks stand below its `recordings`, where the media server writes. */
  readonly dataDir: string;
}
