import { serverActor } from "../../../platform/db/database.ts";
import type { Powers } from "../powers.ts";
import { daysToFold, foldDay, holdFolding } from "../store/report-rollups.ts";

const dayMs = 86_400_000;
/** The database tells of changes to what is older than a day; until then a day is counted when it is asked for. */
const restMs = 2 * dayMs;
/** Between two looks at whether the process is to end. */
const daysAtOnce = 10;

/**
 * Adds up for the reports what came in on days that are over, each in its own transaction. True when there may be more to do, and
 * nobody else does it.
 */
export async function foldReports({
  database,
  clock,
  ratings,
}: Pick<Powers, "database" | "clock"> & {
  readonly ratings: Pick<Powers["ratings"], "bySession">;
}): Promise<boolean> {
  const until = new Date(clock.now().getTime() - restMs);
  const days = await daysToFold(database.db, { until, most: daysAtOnce });
  for (const day of days) {
    const isMine = await database.transact(serverActor, async ({ tx }) => {
      const isHeld = await holdFolding(tx);
      if (isHeld) await foldDay(tx, day, ratings.bySession);
      return isHeld;
    });
    if (!isMine) return false;
  }
  return days.length === daysAtOnce;
}
