import { sql } from "kysely";
import type { CallId, UserId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { CallsTables } from "./tables.ts";

/** Calls that time alone ends: rings not answered, held seats nobody came back to. */
export async function overdueCallIds(
  db: Db<CallsTables>,
  now: Date,
): Promise<readonly CallId[]> {
  const rows = await db
    .selectFrom("calls")
    .select("id")
    .where("ringsUntil", "<=", now)
    .union(
      db
        .selectFrom("callParticipants")
        .select("callId as id")
        .where("heldUntil", "<=", now),
    )
    .union(
      db
        .selectFrom("callRings")
        .select("callId as id")
        .where("ringsUntil", "<=", now),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** When the next of them is due. */
export async function nextDeadline(
  db: Db<CallsTables>,
): Promise<Date | undefined> {
  const row = await db
    .selectNoFrom([
      sql<Date | null>`least((select min(rings_until) from calls where rings_until is not null),
        (select min(held_until) from call_participants where held_until is not null),
        (select min(rings_until) from call_rings where rings_until is not null))`.as(
        "at",
      ),
    ])
    .executeTakeFirst();
  return row?.at ?? undefined;
}

export async function openCallIds(
  db: Db<CallsTables>,
): Promise<readonly CallId[]> {
  const rows = await db
    .selectFrom("calls")
    .select("id")
    .where("state", "!=", "ended")
    .execute();
  return rows.map((row) => row.id);
}

export async function seatsOnConnections(
  db: Db<CallsTables>,
  connectionIds: readonly string[],
): Promise<
  readonly { readonly callId: CallId; readonly connectionId: string }[]
> {
  const rows = await db
    .selectFrom("callParticipants")
    .select(["callId", "connectionId"])
    .where("connectionId", "=", sql<string>`any(${connectionIds}::text[])`)
    .execute();
  return rows.flatMap(({ callId, connectionId }) =>
    connectionId === null ? [] : [{ callId, connectionId }],
  );
}

/** Staff in a call now, ringing ones included: nobody may ring them. */
export async function usersInCalls(
  db: Db<CallsTables>,
): Promise<ReadonlySet<UserId>> {
  const rows = await db
    .selectFrom("callParticipants")
    .select("principalId")
    .where("state", "!=", "left")
    .where("kind", "=", "user")
    .execute();
  // A participant of kind `user` is one by the table's own word.
  return new Set(rows.map((row) => row.principalId as UserId));
}
