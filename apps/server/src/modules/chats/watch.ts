import type { StatementRunner } from "../../platform/db/statements.ts";
import {
  eventsAt,
  type LogPlace,
  type PlacedEvent,
} from "./store/log-entries.ts";
import {
  eventsAfterEach,
  headsSince,
  seatedIn,
  type FoundEvent,
  type Head,
  type Seated,
  type WhoSits,
} from "./store/watch.ts";

/** For those who tell people of what happens: many logs and members in one statement each. */
export interface ChatsWatch {
  /** Logs in which something happened since an instant; deleted conversations are left out. */
  headsSince(runner: StatementRunner, since: Date): Promise<readonly Head[]>;
  eventsAfterEach(
    runner: StatementRunner,
    places: readonly LogPlace[],
    limit: number,
  ): Promise<readonly FoundEvent[]>;
  /** Events as they stand now, by `placeKey`. */
  eventsAt(
    runner: StatementRunner,
    places: readonly LogPlace[],
  ): Promise<ReadonlyMap<string, PlacedEvent>>;
  /** Present users of these conversations with their own side of them. */
  seatedIn(runner: StatementRunner, who: WhoSits): Promise<readonly Seated[]>;
}

export const watch: ChatsWatch = {
  headsSince,
  eventsAfterEach,
  eventsAt,
  seatedIn,
};
