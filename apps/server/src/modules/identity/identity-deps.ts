import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import type { SessionCookie } from "../../platform/http/session-cookie.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Rate } from "../../platform/rate-limiter.ts";
import type { Timers } from "../../platform/timers.ts";
import type { SecondStep } from "./second-step.port.ts";
import type { SessionSockets } from "./session-sockets.port.ts";
import type { IdentityTables } from "./store/tables.ts";

export interface SignInLimits {
  readonly perAddress: Rate;
  readonly perLogin: Rate;
}

/** An office behind one address signs in within a few minutes of the morning; a login is tried by one person. */
export const defaultSignInLimits: SignInLimits = {
  perAddress: { perSecond: 1, burst: 60 },
  perLogin: { perSecond: 0.5, burst: 20 },
};

/** The powers of the module; `sockets` and `secondStep` are ports that `app/` plugs. */
export interface IdentityDeps {
  readonly database: Database<IdentityTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly timers: Timers;
  readonly log: Log;
  readonly cookie: SessionCookie;
  readonly sockets: SessionSockets;
  /** Without it a right password is enough for everybody. */
  readonly secondStep?: SecondStep;
  readonly limits?: SignInLimits;
  /** Widens the limits of signing in, for measurements; 1 unless given. */
  readonly rateFactor?: number;
  /** False: the staff come from everywhere, whatever the list of networks says. */
  readonly areNetworksApplied?: boolean;
  /** A session not used for so long ends. */
  readonly sessionLifetimeMs: number;
}
