import type { OpenDatabase } from "../../../platform/db/create-database.ts";
import type { OutboxTables } from "../../../platform/db/outbox.ts";
import {
  createOutboxFollower,
  type OutboxFollower,
} from "../../../platform/db/outbox-follower.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import type { FilesTables } from "../store/tables.ts";
import { unplaceConversation } from "../store/used-files.ts";

export interface DeletionDeps {
  readonly database: Pick<
    OpenDatabase<FilesTables & OutboxTables>,
    "db" | "onDurableCommit"
  >;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly onLetGo: () => void;
}

/** What was in a deleted conversation goes with it, even when the process dies in between. */
export const followDeletions = ({
  clock,
  onLetGo,
  ...deps
}: DeletionDeps): OutboxFollower =>
  createOutboxFollower({
    ...deps,
    name: "files",
    async handle(tx, entries) {
      for (const { event } of entries) {
        if (event.type !== "conversation.deleted") continue;
        const unit = { tx, happened: () => undefined };
        await unplaceConversation(unit, event.conversationId, clock.now());
        onLetGo();
      }
    },
  });
