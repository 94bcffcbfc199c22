import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { GuardedAsk } from "../../platform/guarded-fetch/guarded-ask.ts";
import type { Ids } from "../../platform/ids.ts";
import type { SealedText } from "../../platform/sealed-text.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Log } from "../../platform/log.ts";
import type { Identity } from "../identity/index.ts";
import type { CompanyPeople } from "./company-people.port.ts";
import type { SignInTables } from "./store/tables.ts";

/** The powers of the module. */
export interface SignInPowers {
  readonly database: Database<SignInTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timers: Timers;
  readonly log: Log;
  readonly identity: Pick<
    Identity,
    | "countTry"
    | "createUser"
    | "endAllSessions"
    | "findByLogin"
    | "findUser"
    | "letIn"
    | "requirePassword"
    | "updateUser"
  >;
  readonly people: CompanyPeople;
  /** Inner hosts that may be asked, lower case: directories stand nowhere else. */
  readonly innerHosts: readonly string[];
  /** The way to the company's providers. */
  readonly outside: GuardedAsk;
  /** Keeps what codes are computed from. */
  readonly secrets: SealedText;
  /** What applications and key rings call the installation. */
  productName(): Promise<string>;
  /** The address people open: passkeys are bound to it. */
  readonly publicUrl: string;
  /** Widens the limits on tries, for measurements; 1 unless given. */
  readonly rateFactor?: number;
}
