import { sql } from "kysely";
import type {
  CallId,
  CallVerdict,
  NetworkPath,
  QualityReason,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { CallRecord } from "../domain/call-record.ts";
import { findCalls } from "./calls.ts";
import type { CallsTables } from "./tables.ts";

type Verdict = Omit<CallVerdict, "name">;

export async function saveVerdicts(
  tx: Tx<CallsTables>,
  callId: CallId,
  verdicts: readonly Verdict[],
): Promise<void> {
  if (verdicts.length === 0) return;
  await tx
    .insertInto("callVerdicts")
    .values(verdicts.map((verdict) => ({ callId, ...verdict })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Calls that people talked in and that nobody was there to judge. */
export async function unjudgedCalls(
  db: Db<CallsTables>,
  limit: number,
): Promise<readonly CallId[]> {
  const rows = await db
    .selectFrom("calls")
    .select("id")
    .where("endedAt", "is not", null)
    .where("liveAt", "is not", null)
    .where("quality", "is", null)
    .orderBy("endedAt", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Which calls are looked for; whatever is absent is not asked. */
export interface RecordFilter {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  readonly person: string | undefined;
  readonly level: "weak" | "bad" | undefined;
  readonly reason: QualityReason | undefined;
  readonly path: NetworkPath | undefined;
}

const literally = (text: string): string =>
  `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/* One condition a line; a participant must fit all that is asked of participants. */
function ended(db: Db<CallsTables>, filter: RecordFilter) {
  const { from, to, person, level, reason, path } = filter;
  let calls = db
    .selectFrom("calls")
    .where("liveAt", "is not", null)
    .where("endedAt", "is not", null);
  if (from !== undefined) calls = calls.where("endedAt", ">=", from);
  if (to !== undefined) calls = calls.where("endedAt", "<", to);
  if (level !== undefined)
    calls = calls.where(
      "quality",
      "in",
      level === "bad" ? ["bad"] : ["weak", "bad"],
    );
  if (person !== undefined)
    calls = calls.where((is) =>
      is.exists(
        is
          .selectFrom("callParticipants as seat")
          .select("seat.callId")
          .whereRef("seat.callId", "=", "calls.id")
          .where("seat.name", "ilike", literally(person)),
      ),
    );
  if (reason !== undefined || path !== undefined)
    calls = calls.where((is) => {
      let verdict = is
        .selectFrom("callVerdicts as verdict")
        .select("verdict.callId")
        .whereRef("verdict.callId", "=", "calls.id");
      if (reason !== undefined)
        verdict = verdict.where("verdict.reason", "=", reason);
      if (path !== undefined)
        verdict = verdict.where("verdict.path", "=", path);
      return is.exists(verdict);
    });
  return calls;
}

/** A call with how it was for each of its participants. */
export interface JudgedCall {
  readonly call: CallRecord;
  readonly quality: CallVerdict["level"];
  readonly verdicts: readonly Verdict[];
}

/** The newest first. */
export async function judgedCalls(
  db: Db<CallsTables>,
  filter: RecordFilter,
  limit: number,
): Promise<readonly JudgedCall[]> {
  const rows = await ended(db, filter)
    .select(["id", "quality"])
    .orderBy("endedAt", "desc")
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const calls = await findCalls(db, ids);
  const verdicts = await db
    .selectFrom("callVerdicts")
    .selectAll()
    .where("callId", "in", ids)
    .execute();
  return rows.flatMap(({ id, quality }) => {
    const call = calls.find((one) => one.id === id);
    const own = verdicts
      .filter(({ callId }) => callId === id)
      .map(({ callId: _, ...verdict }) => verdict);
    return call === undefined
      ? []
      : [{ call, quality: quality ?? "unknown", verdicts: own }];
  });
}

/** How many calls of each day were how, the earliest day first. */
export async function countByDay(
  db: Db<CallsTables>,
  filter: RecordFilter,
  days: number,
) {
  const day = sql<string>`to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
  const rows = await ended(db, filter)
    .select([
      day.as("day"),
      sql<string>`count(*)`.as("calls"),
      sql<string>`count(*) FILTER (WHERE quality = 'weak')`.as("weak"),
      sql<string>`count(*) FILTER (WHERE quality = 'bad')`.as("bad"),
    ])
    .groupBy(day)
    .orderBy("day", "desc")
    .limit(days)
    .execute();
  return rows.toReversed().map(({ day: name, calls, weak, bad }) => ({
    day: name,
    calls: Number(calls),
    weak: Number(weak),
    bad: Number(bad),
  }));
}
