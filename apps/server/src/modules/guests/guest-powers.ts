import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Chats } from "../chats/index.ts";
import type { Conferences } from "../conferences/index.ts";
import type { GuestsTables } from "./store/tables.ts";

/** What the module works with. */
export interface GuestPowers {
  readonly database: Database<GuestsTables>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  readonly bus: EventBus;
  readonly hub: Pick<Hub, "endPrincipal">;
  readonly chats: Pick<
    Chats,
    "addMember" | "removeMember" | "profile" | "syncSource"
  >;
  /** Stands above; asked when somebody comes. */
  readonly conferences: () => Pick<Conferences, "guestDoor">;
}
