import type { ConferenceId } from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";

/** Those who came by a link. */
export interface ConferenceGuests {
  /** Shows all of them out, in the caller's transaction. */
  showOut(unit: LentUnit, conferenceId: ConferenceId): Promise<void>;
}
