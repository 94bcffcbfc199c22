import type { Actor, UserId } from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { WriteGate } from "../../platform/db/write-gate.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Chats } from "../chats/index.ts";
import type { Messages } from "../messages/index.ts";
import type { PersonKeeper } from "./person-keeper.port.ts";
import type { FilesTeller, PersonTeller } from "./person-teller.port.ts";
import type { SettingsTables } from "./store/settings.ts";

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
  readonly ids: Ids;
  /** Closed while the disk is full. */
  readonly writeGate: WriteGate;
  /** Everybody who can give a person a copy of what they keep of them. */
  readonly tellers: readonly PersonTeller[];
  readonly files: FilesTeller;
  /** Where the copies lie. */
  readonly exportFolder: string;
  /** Is it the person themself? Refuses `auth.wrong_credentials`, `auth.locked`. */
  readonly requirePassword: (
    actor: Actor,
    who: { readonly userId: UserId; readonly password: string },
  ) => Promise<unknown>;
}
