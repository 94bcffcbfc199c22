import type { UserId } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";

/** Somebody who keeps something of a person. */
export interface PersonKeeper {
  /** What is kept, as reports call it. */
  readonly what: string;
  /** Takes it away, or puts `name` where a name must stand; in the caller's transaction. How many places. */
  erase(
    unit: LentUnit,
    person: { readonly userId: UserId; readonly name: string },
  ): Promise<number>;
}
