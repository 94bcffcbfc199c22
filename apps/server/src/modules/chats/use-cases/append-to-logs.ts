import type { TimelineEvent } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { LentUnit } from "../../../platform/db/statements.ts";
import { tagsNamedBy } from "../domain/mention-targets.ts";
import {
  appendEntries,
  type HeldHeads,
  type NewLogEntry,
} from "../store/append-entries.ts";
import { amendLastMessages } from "../store/last-messages.ts";
import { keepMentions } from "../store/mentions.ts";
import type { TagCarriers } from "../tag-carriers.port.ts";

export interface AppendPowers {
  readonly clock: Clock;
  readonly tags: TagCarriers;
}

export interface Appending {
  readonly entries: readonly NewLogEntry[];
  readonly heldHeads?: HeldHeads | undefined;
}

/** Appends, and keeps what the lists tell of it: the newest message, and whom each names. */
export async function appendToLogs(
  { clock, tags }: AppendPowers,
  unit: LentUnit,
  { entries, heldHeads }: Appending,
): Promise<readonly TimelineEvent[]> {
  const logged = await appendEntries(unit, entries, {
    at: clock.now(),
    heldHeads,
  });
  const events = logged.map(({ event }) => event);
  const named = new Set(events.flatMap(tagsNamedBy));
  const carriers =
    named.size === 0 ? new Map() : await tags.of([...named], unit.tx);
  await amendLastMessages(unit, logged);
  await keepMentions(unit, logged, carriers);
  return events;
}
