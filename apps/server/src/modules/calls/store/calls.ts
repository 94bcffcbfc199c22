import { isDeepStrictEqual } from "node:util";
import { sql, type Insertable, type Selectable } from "kysely";
import type {
  CallId,
  ClientId,
  ConversationId,
  PrincipalId,
  RequestId,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { CallRecord } from "../domain/call-record.ts";
import type { Seat } from "../domain/seat.ts";
import { ringsOf, saveRings } from "./rings.ts";
import type {
  CallParticipantsTable,
  CallsTable,
  CallsTables,
} from "./tables.ts";

/** The call with its row held until the commit: everything about a call happens one after another. */
export async function lockCall(
  tx: Tx<CallsTables>,
  callId: CallId,
): Promise<CallRecord | undefined> {
  const row = await tx
    .selectFrom("calls")
    .selectAll()
    .where("id", "=", callId)
    .forUpdate()
    .executeTakeFirst();
  return row && (await withSeats(tx, [row]))[0];
}

/** Those of the calls that exist, the oldest first. */
export async function findCalls(
  db: Db<CallsTables>,
  callIds: readonly CallId[],
): Promise<readonly CallRecord[]> {
  if (callIds.length === 0) return [];
  const rows = await db
    .selectFrom("calls")
    .selectAll()
    .where("id", "in", callIds)
    .orderBy("createdAt")
    .execute();
  return withSeats(db, rows);
}

export async function findCall(
  db: Db<CallsTables>,
  callId: CallId,
): Promise<CallRecord | undefined> {
  return (await findCalls(db, [callId]))[0];
}

export async function callsOfRequest(
  db: Db<CallsTables>,
  requestId: RequestId,
): Promise<readonly CallRecord[]> {
  const rows = await db
    .selectFrom("calls")
    .selectAll()
    .where("requestId", "=", requestId)
    .orderBy("createdAt")
    .execute();
  return withSeats(db, rows);
}

/** What the same command made before. */
export async function callByClient(
  db: Db<CallsTables>,
  callerId: PrincipalId,
  clientId: ClientId,
): Promise<CallRecord | undefined> {
  const row = await db
    .selectFrom("calls")
    .selectAll()
    .where("callerId", "=", callerId)
    .where("clientId", "=", clientId)
    .executeTakeFirst();
  return row && (await withSeats(db, [row]))[0];
}

/** The one call this principal is in now, ringing ones included. */
export async function openCallOf(
  db: Db<CallsTables>,
  principalId: PrincipalId,
): Promise<CallRecord | undefined> {
  return (await openCallsOf(db, [principalId]))[0];
}

/** The same for many: in their order, undefined for whoever is in none. */
export async function openCallsOf(
  db: Db<CallsTables>,
  principalIds: readonly PrincipalId[],
): Promise<readonly (CallRecord | undefined)[]> {
  const seats = await db
    .selectFrom("callParticipants")
    .select(["principalId", "callId"])
    .where("principalId", "=", sql<PrincipalId>`any(${principalIds}::uuid[])`)
    .where("state", "!=", "left")
    .execute();
  const calls = await findCalls(db, [
    ...new Set(seats.map(({ callId }) => callId)),
  ]);
  return principalIds.map((id) => {
    const seat = seats.find(({ principalId }) => principalId === id);
    return seat && calls.find((call) => call.id === seat.callId);
  });
}

/** The call that is going on in a conversation; it has one at most. */
export async function openCallIn(
  db: Db<CallsTables>,
  conversationId: ConversationId,
): Promise<CallId | undefined> {
  const row = await db
    .selectFrom("calls")
    .select("id")
    .where("conversationId", "=", conversationId)
    .where("state", "!=", "ended")
    .executeTakeFirst();
  return row?.id;
}

export async function endedAmong(
  db: Db<CallsTables>,
  callIds: readonly CallId[],
): Promise<readonly CallId[]> {
  if (callIds.length === 0) return [];
  const rows = await db
    .selectFrom("calls")
    .select("id")
    .where("id", "in", callIds)
    .where("state", "=", "ended")
    .execute();
  return rows.map((row) => row.id);
}

export async function insertCall(
  tx: Tx<CallsTables>,
  call: CallRecord,
  clientId: ClientId | null,
): Promise<void> {
  const { seats, rings, ...fields } = call;
  await tx
    .insertInto("calls")
    .values({ ...fields, clientId })
    .execute();
  await tx
    .insertInto("callParticipants")
    .values(seats.map((seat, place) => seatRow(call.id, seat, place)))
    .execute();
  await saveRings(tx, call.id, { before: [], after: rings });
}

/** Writes what differs and moves the revision; the caller holds the call's row. */
export async function saveCall(
  tx: Tx<CallsTables>,
  before: CallRecord,
  after: CallRecord,
): Promise<CallRecord> {
  const saved: CallRecord = { ...after, revision: before.revision + 1 };
  const { id, seats, rings, ...fields } = saved;
  await tx.updateTable("calls").set(fields).where("id", "=", id).execute();
  for (const [place, seat] of seats.entries()) {
    if (isDeepStrictEqual(seat, before.seats[place])) continue;
    const row = seatRow(id, seat, place);
    await tx
      .insertInto("callParticipants")
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(["callId", "principalId"]).doUpdateSet(row),
      )
      .execute();
  }
  await saveRings(tx, id, { before: before.rings, after: rings });
  return saved;
}

const seatRow = (
  callId: CallId,
  seat: Seat,
  place: number,
): Insertable<CallParticipantsTable> => ({
  callId,
  place,
  ...seat,
});

async function withSeats(
  db: Db<CallsTables>,
  rows: readonly Selectable<CallsTable>[],
): Promise<readonly CallRecord[]> {
  if (rows.length === 0) return [];
  const seatRows = await db
    .selectFrom("callParticipants")
    .selectAll()
    .where(
      "callId",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("place")
    .execute();
  const rings = await ringsOf(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ clientId: _, quality: __, ...call }) => ({
    ...call,
    rings: rings.get(call.id) ?? [],
    seats: seatRows
      .filter((row) => row.callId === call.id)
      .map(({ callId: _callId, place: _place, ...seat }) => seat),
  }));
}
