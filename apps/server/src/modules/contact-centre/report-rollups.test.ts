import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  queueEndpoints,
  usualQueue,
  reportGroupings,
  type RequestId,
  type UserId,
} from "@veche/contracts";
import {
  happeningsIn,
  ratings,
  type Office,
} from "../../../tests/office-happenings.ts";
import { openOffice } from "../../../tests/office.ts";
import { newId } from "../../../tests/service-windows.ts";
import { createRandom, type Random } from "./domain/simulation/random.ts";
import { spanOf } from "./domain/report-span.ts";
import type { ContactCentreTables } from "./store/tables.ts";
import { readReport } from "./store/report.ts";
import { foldReports } from "./use-cases/fold-reports.ts";

const zones = [
  "UTC",
  "Europe/Moscow",
  "Asia/Kathmandu",
  "America/New_York",
  "Australia/Lord_Howe",
] as const;
const minuteMs = 60_000;
const dayMs = 86_400_000;
/** Worlds begin at nine o'clock on 2 March; two days rest before they are added up. */
const firstMs = Date.parse("2026-01-20T00:00:00Z");

const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  // The fraction is below 1, and nobody asks for one of none.
  items[Math.floor(random.fraction() * items.length)]!;

/** Forty days of an office, in which anything may be said and changed at any time. */
async function openPast(seed: number) {
  const office = await openOffice();
  const random = createRandom(seed);
  const { db } = office.world.test.database;
  const put = happeningsIn(office);
  const operators = await Promise.all(
    ["Olga", "Nina", "Pavel"].map((name) =>
      put.operator(name, { state: "available" }),
    ),
  );
  await office.as("admin", queueEndpoints.createQueue, {
    body: { ...usualQueue, name: "Second" },
  });
  const queues = await db.selectFrom("queues").select("id").execute();
  const sessions: RequestId[] = [];

  /** Somebody asks; some are served, some leave, some still wait. */
  const ask = async (): Promise<void> => {
    const askedMs = firstMs + random.between(0, 41 * dayMs);
    const isOver = random.chance(0.9);
    const operator =
      isOver && random.chance(0.8) ? oneOf(random, operators) : undefined;
    const id = await put.request(
      "Carl",
      {
        createdAt: new Date(askedMs),
        queueId: oneOf(random, queues).id,
        origin: random.chance(0.9) ? "customer" : "operator",
        // Clocks may be set back.
        ...(operator && {
          acceptedAt: new Date(askedMs + random.between(-500, 3 * minuteMs)),
        }),
        ...(isOver
          ? {
              ...{ state: "ended", endReason: "completed" },
              endedAt: new Date(askedMs + random.between(0, 9 * minuteMs)),
            }
          : { state: "waiting" }),
      },
      operator,
    );
    sessions.push(id);
  };
  const isNew = async (table: string, id: RequestId): Promise<boolean> =>
    (
      await sql`SELECT FROM ${sql.table(table)} WHERE request_id = ${id}`.execute(
        db,
      )
    ).rows.length === 0;

  /** What befalls a session afterwards. */
  const change = async (): Promise<void> => {
    const id = oneOf(random, sessions);
    const since = new Date(firstMs + random.between(0, dayMs));
    const until = new Date(since.getTime() + random.between(0, minuteMs));
    const way = Math.floor(random.fraction() * 6);
    if (way === 0 && (await isNew("ratings", id)))
      await put.rated(
        id,
        random.chance(0.8) ? random.between(1, 6) : null,
        until,
      );
    else if (way === 1 && (await isNew("wrap_up_times", id)))
      await put.wrappedUp(id, since, until);
    else if (way === 2)
      await sql`UPDATE requests SET state = 'ended', end_reason = 'completed', ended_at = created_at + interval '7 minutes'
        WHERE id = ${id} AND ended_at IS NULL`.execute(db);
    else if (way === 3)
      await sql`UPDATE requests SET queue_id = ${oneOf(random, queues).id}, operator_id = ${newId<UserId>()}
        WHERE id = ${id} AND state = 'ended'`.execute(db);
    else if (way === 4)
      await sql`DELETE FROM ratings WHERE request_id = ${id}`.execute(db);
    else
      await sql`UPDATE requests SET accepted_at = created_at + interval '20 seconds'
        WHERE id = ${id} AND state = 'ended'`.execute(db);
  };
  return { office, random, ask, change };
}

/** Days of which a report reads the sums. */
const keptDaysIn = async ({ world }: Office): Promise<number> => {
  const { rows } = await sql`SELECT FROM folded_days f WHERE NOT EXISTS
    (SELECT FROM changed_days c WHERE c.day = f.day)`.execute(
    world.test.database.db,
  );
  return rows.length;
};

function questionOf(random: Random) {
  const day = (number: number) =>
    new Date(firstMs + number * dayMs).toISOString().slice(0, 10);
  const first = random.between(0, 40);
  const days = {
    from: day(first),
    to: day(random.between(first, 43)),
    timeZone: oneOf(random, zones),
  };
  const span = spanOf(days);
  if (!("since" in span)) throw new Error("the days are in order");
  return {
    ...days,
    ...span,
    by: oneOf(random, reportGroupings),
    withinSeconds: oneOf(random, [10, 20, 30, 60, 120, 45]),
    ratings: ratings.bySession,
  };
}

/** What a report would say if nothing were kept of any day. */
async function countedAnew(
  { world }: Office,
  question: ReturnType<typeof questionOf>,
) {
  const { db } = world.test.database.narrow<ContactCentreTables>();
  const back = new Error("nothing of it is to stay");
  const read = {
    groups: null as Awaited<ReturnType<typeof readReport>> | null,
  };
  await db
    .transaction()
    .execute(async (tx) => {
      await sql`DELETE FROM folded_days`.execute(tx);
      read.groups = await readReport(tx, question);
      throw back;
    })
    .catch((error: unknown) => {
      if (error !== back) throw error;
    });
  return read.groups;
}

describe("reports over days that were added up before", () => {
  it.each([1, 2, 3, 4])(
    "say what they would if every request were counted, whatever changed since (seed %i)",
    async (seed) => {
      const { office, random, ask, change } = await openPast(seed);
      await using _ = office;
      const { clock, test } = office.world;
      const powers = {
        database: test.database,
        clock,
        ratings,
      };
      for (let time = 0; time < 150; time += 1) await ask();
      for (let round = 0; round < 5; round += 1) {
        let isMore = true;
        while (isMore) isMore = await foldReports(powers);
        const kept = await keptDaysIn(office);
        expect(kept).toBeGreaterThan(30);
        while ((await keptDaysIn(office)) > kept - 3) await change();
        await ask();
        for (let time = 0; time < 12; time += 1) {
          const question = questionOf(random);
          expect(
            await readReport(test.database.db, question),
            JSON.stringify(question),
          ).toEqual(await countedAnew(office, question));
        }
      }
    },
  );
});
