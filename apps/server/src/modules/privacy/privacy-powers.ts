import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { Log } from "../../platform/log.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Chats } from "../chats/index.ts";
import type { Messages } from "../messages/index.ts";
import type { PersonKeeper } from "./person-keeper.port.ts";
import type { SettingsTables } from "./store/retention.ts";

/** The powers of the module; `keepers` is a port that `app/` plugs. */
export interface PrivacyPowers {
  readonly database: Database<SettingsTables>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly chats: Pick<Chats, "ageing">;
  readonly messages: Pick<Messages, "expire">;
  /** Everybody who keeps something of a person, who may refuse first. */
  readonly keepers: readonly PersonKeeper[];
}
