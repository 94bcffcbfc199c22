import type { QueueId } from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Calls } from "../calls/index.ts";
import type { Chats } from "../chats/index.ts";
import type { Customers } from "../customers/index.ts";
import type { Ratings } from "./ratings.port.ts";
import type { ContactCentreSettings } from "./domain/settings.ts";
import type { ContactCentreTables } from "./store/tables.ts";

export interface ContactCentreDeps {
  readonly database: Database<ContactCentreTables>;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  readonly hub: Hub;
  readonly chats: Pick<
    Chats,
    "append" | "addMember" | "removeMember" | "countMessages"
  >;
  readonly customers: Pick<Customers, "find" | "many" | "conversationOf">;
  readonly calls: Pick<
    Calls,
    | "startForRequest"
    | "ringCustomer"
    | "addParticipant"
    | "supervise"
    | "awaitOperator"
    | "letGo"
    | "endOpenCall"
    | "seatOf"
    | "seatIn"
    | "passEarlyOffer"
    | "outcomesOf"
    | "callsOfRequest"
    | "qualityOf"
    | "usersInCalls"
  >;
  readonly ratings: Ratings;
  readonly settings?: Partial<ContactCentreSettings>;
}

/** What the module's use-cases work with. */
export interface Powers extends Omit<ContactCentreDeps, "settings"> {
  readonly settings: ContactCentreSettings;
}

// The one queue that the migration makes; an identifier like any other.
export const defaultQueueId = "00000000-0000-7000-8000-000000000001" as QueueId;
