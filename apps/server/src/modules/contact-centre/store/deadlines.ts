import { sql } from "kysely";
import type { CallId, OfferId, RequestId, UserId } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { later } from "../domain/later.ts";
import type { ContactCentreSettings } from "../domain/settings.ts";
import type { ContactCentreTables } from "./tables.ts";

export interface Overdue {
  readonly offerIds: readonly OfferId[];
  /** Operators whose line has been down for longer than the grace. */
  readonly lostOperatorIds: readonly UserId[];
  /** Waiting requests of customers who are gone for good. */
  readonly goneRequestIds: readonly RequestId[];
  /** Chats whose operator is gone for good. */
  readonly lostSessionIds: readonly RequestId[];
  /** Operators whose time for wrap-up is over. */
  readonly wrappedUpIds: readonly UserId[];
  /** Sessions that somebody who is gone for good hands over. */
  readonly leftBehindIds: readonly RequestId[];
}

/** Everything whose time is over. */
export async function readOverdue(
  db: Db<ContactCentreTables>,
  now: Date,
  settings: ContactCentreSettings,
): Promise<Overdue> {
  const [offers, operators, requests, sessions, wrapUps] = await Promise.all([
    db
      .selectFrom("offers")
      .select("id")
      .where("outcome", "is", null)
      .where("expiresAt", "<=", now)
      .execute(),
    db
      .selectFrom("operators")
      .select("userId")
      .where("disconnectedAt", "<=", later(now, -settings.operatorGraceMs))
      .where("state", "not in", ["offline", "in_call"])
      .execute(),
    db
      .selectFrom("requests")
      .select("id")
      .where("customerGoneAt", "<=", later(now, -settings.customerGraceMs))
      .where("state", "in", ["waiting", "offered"])
      .execute(),
    forsaken(db, later(now, -settings.operatorSeatMs)),
    db
      .selectFrom("operators")
      .select("userId")
      .where("wrapUpUntil", "<=", now)
      .execute(),
  ]);
  return {
    offerIds: offers.map((row) => row.id),
    lostOperatorIds: operators.map((row) => row.userId),
    goneRequestIds: requests.map((row) => row.id),
    wrappedUpIds: wrapUps.map((row) => row.userId),
    lostSessionIds: sessions
      .filter((row) => row.state === "active")
      .map((row) => row.id),
    leftBehindIds: sessions
      .filter((row) => row.state !== "active")
      .map((row) => row.id),
  };
}

/** Chats, and sessions that are being handed over, whose operator is away since then or longer. */
const forsaken = (db: Db<ContactCentreTables>, since: Date) =>
  db
    .selectFrom("requests as r")
    .innerJoin("operators as o", "o.userId", "r.operatorId")
    .select(["r.id", "r.state"])
    .where("r.state", "!=", "ended")
    .where((where) =>
      where.or([
        where("r.state", "!=", "active"),
        where("r.callId", "is", null),
      ]),
    )
    .where("o.disconnectedAt", "<=", since)
    .execute();

export interface Outlook {
  /** When the next thing is overdue, a refuser may be asked again, or somebody has waited long enough for other operators. */
  readonly nextDeadline: Date | undefined;
  /** Somebody waits and somebody is free: worth a decision. */
  readonly mayRing: boolean;
}

/** One question that tells whether there is anything to do: most rounds find that there isn't. */
export async function readOutlook(
  db: Db<ContactCentreTables>,
  now: Date,
  settings: ContactCentreSettings,
): Promise<Outlook> {
  const ms = (count: number) =>
    sql`make_interval(secs => ${count / 1000}::double precision)`;
  const row = await db
    .selectNoFrom([
      sql<Date | null>`least(
        (select min(expires_at) from offers where outcome is null),
        (select min(disconnected_at) + ${ms(settings.operatorGraceMs)} from operators
          where state not in ('offline', 'in_call')),
        (select min(customer_gone_at) + ${ms(settings.customerGraceMs)} from requests
          where customer_gone_at is not null and state in ('waiting', 'offered')),
        (select min(o.disconnected_at) + ${ms(settings.operatorSeatMs)} from requests r
          join operators o on o.user_id = r.operator_id where r.state <> 'ended' and (r.state <> 'active' or r.call_id is null)),
        (select min(wrap_up_until) from operators where wrap_up_until is not null),
        (select min(until) from offer_exclusions where until > ${now}),
        (select min(one.created_at + make_interval(secs => q.overflow_after_s)) from queues q cross join lateral (
          select created_at from requests where state = 'waiting' and queue_id = q.id
            and created_at > ${now}::timestamptz - make_interval(secs => q.overflow_after_s)
          order by created_at limit 1) one
          where q.overflow_queue_id is not null)
      )`.as("nextDeadline"),
      sql<boolean>`exists (select 1 from operators where state = 'available' and disconnected_at is null)
        and exists (select 1 from requests where state = 'waiting')`.as(
        "mayRing",
      ),
    ])
    .executeTakeFirstOrThrow();
  return { nextDeadline: row.nextDeadline ?? undefined, mayRing: row.mayRing };
}

/** Sessions that consist of a call: they end with it. */
export function sessionsWithCalls(
  db: Db<ContactCentreTables>,
): Promise<readonly { readonly id: RequestId; readonly callId: CallId }[]> {
  return db
    .selectFrom("requests")
    .select(["id", "callId"])
    .where("state", "!=", "ended")
    .where("callId", "is not", null)
    .$narrowType<{ callId: CallId }>()
    .execute();
}
