import { sql } from "kysely";
import type { PresenceState, UserId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { Status } from "../domain/presence.ts";
import type { DirectoryTables } from "./tables.ts";

const columns = ["userId", "state", "text", "until", "lastSeenAt"] as const;

/** By user; who never chose anything and was never here is left out. */
export async function statusesOf(
  db: Db<DirectoryTables>,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, Status>> {
  const rows = await db
    .selectFrom("statuses")
    .select(columns)
    .where("userId", "=", sql<UserId>`any(${userIds}::uuid[])`)
    .execute();
  return new Map(rows.map(({ userId, ...status }) => [userId, status]));
}

export interface Choice {
  readonly state: PresenceState;
  readonly text: string | null;
  readonly until: Date | null;
  /** Somebody who begins to look offline was seen last at this moment. */
  readonly lastSeenAt?: Date;
}

export async function saveStatus(
  tx: Tx<DirectoryTables>,
  userId: UserId,
  choice: Choice,
): Promise<void> {
  await tx
    .insertInto("statuses")
    .values({ userId, lastSeenAt: null, ...choice })
    .onConflict((conflict) =>
      conflict.column("userId").doUpdateSet({ ...choice }),
    )
    .execute();
}

/** Writes down that these were here until now; whoever looks offline stays unseen. */
export async function noteSeen(
  tx: Tx<DirectoryTables>,
  userIds: readonly UserId[],
  at: Date,
): Promise<void> {
  await sql`
    insert into statuses as s (user_id, last_seen_at)
    select p.user_id, ${at} from people p where p.user_id = any(${userIds}::uuid[])
    on conflict (user_id) do update set last_seen_at = excluded.last_seen_at
    where s.state <> 'offline' or s.until <= ${at}`.execute(tx);
}

/** Ends the choices whose time is over; answers with whose they were. */
export async function endStatuses(
  tx: Tx<DirectoryTables>,
  at: Date,
): Promise<readonly UserId[]> {
  const rows = await tx
    .updateTable("statuses")
    .set({ state: "online", text: null, until: null })
    .where("until", "<=", at)
    .returning("userId")
    .execute();
  return rows.map((row) => row.userId);
}
