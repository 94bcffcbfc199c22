import type { UserId } from "@veche/contracts";
import type { Clock } from "../../../platform/clock.ts";
import type { OpenDatabase } from "../../../platform/db/create-database.ts";
import type { OutboxEntry, OutboxTables } from "../../../platform/db/outbox.ts";
import {
  createOutboxFollower,
  type OutboxFollower,
} from "../../../platform/db/outbox-follower.ts";
import type { Log } from "../../../platform/log.ts";
import type { Timers } from "../../../platform/timers.ts";
import type { Identity } from "../../identity/index.ts";
import { adoptUsers } from "../store/people.ts";
import type { DirectoryTables } from "../store/tables.ts";

export interface FollowUsersDeps {
  readonly database: Pick<
    OpenDatabase<DirectoryTables & OutboxTables>,
    "db" | "onDurableCommit"
  >;
  readonly identity: Pick<Identity, "many">;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
}

/** Every user has a card; its name and login follow identity's, however long the server was down meanwhile. */
export function followUsers({
  identity,
  clock,
  ...deps
}: FollowUsersDeps): OutboxFollower {
  return createOutboxFollower<DirectoryTables>({
    ...deps,
    name: "directory",
    handle: async (tx, entries) => {
      const users = await identity.many([...new Set(entries.flatMap(userOf))]);
      await adoptUsers(tx, users, clock.now());
    },
  });
}

function userOf({ event }: OutboxEntry): readonly UserId[] {
  switch (event.type) {
    case "user.created":
    case "user.changed":
    case "user.disabled":
      return [event.userId];
    default:
      return [];
  }
}
