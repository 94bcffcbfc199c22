import type { UserId } from "@veche/contracts";

/** Who is in a call now; the calls module stands above and is plugged in by `app/`. */
export interface InCalls {
  usersInCalls(): Promise<ReadonlySet<UserId>>;
}
