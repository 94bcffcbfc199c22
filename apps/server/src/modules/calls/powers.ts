import type {
  ConversationId,
  IceConfiguration,
  PrincipalId,
  RequestId,
} from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Chats } from "../chats/index.ts";
import type { Identity } from "../identity/index.ts";
import type { Rooms } from "../media/index.ts";
import type { CallBook } from "./call-book.ts";
import type { ConferenceDirectory } from "./conference-directory.port.ts";
import type { SeatHolds } from "./domain/seat.ts";
import type { FloorBook } from "./floor-book.ts";
import type { CallsTables } from "./store/tables.ts";
import type { RingingPeople } from "./ringing-people.port.ts";

/** How long a call may ring and seats are held, and how many there are. */
export interface CallSettings {
  readonly ringTimeoutMs: number;
  readonly holds: SeatHolds;
  /** Whom a call has room for. */
  readonly mostSeats: number;
}

export const defaultCallSettings: CallSettings = {
  ringTimeoutMs: 30_000,
  holds: { userMs: 60_000, customerMs: 120_000 },
  mostSeats: 200,
};

/** The media module's part: ICE servers with fresh credentials of this principal, and the rooms of larger calls. */
interface MediaPlane {
  iceConfiguration(principalId: PrincipalId): IceConfiguration;
  /** `off`: calls are for two. */
  serverStatus(): "up" | "down" | "off";
  readonly rooms: Rooms;
}

/** The contact centre's part: the session a call of this conversation belongs to now. */
interface SessionDirectory {
  sessionIn(conversationId: ConversationId): Promise<RequestId | null>;
}

export interface CallsDeps {
  readonly database: Database<CallsTables>;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly log: Log;
  readonly hub: Hub;
  readonly chats: Pick<
    Chats,
    | "append"
    | "membersOf"
    | "openGroup"
    | "presentMembers"
    | "profile"
    | "requireMember"
  >;
  readonly media: MediaPlane;
  readonly sessions: SessionDirectory;
  readonly conferences: ConferenceDirectory;
  readonly users: Pick<Identity, "many">;
  readonly ringing: RingingPeople;
  readonly settings?: Partial<CallSettings>;
}

/** What the module's use-cases work with. */
export interface CallPowers extends Omit<CallsDeps, "settings"> {
  readonly settings: CallSettings;
  readonly book: CallBook;
  readonly floors: FloorBook;
}
