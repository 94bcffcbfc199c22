import { createAlarm, type Alarm } from "../../platform/alarm.ts";
import { later } from "./domain/later.ts";
import type { Powers } from "./powers.ts";
import { readOutlook } from "./store/deadlines.ts";
import { routeRequests } from "./use-cases/route-requests.ts";
import { releaseAllWhoLeft } from "./use-cases/release-who-left.ts";
import { endSessionsOfEndedCalls, sweep } from "./use-cases/sweep.ts";

/** What other nodes did, and sessions that outlived their call because a process died, are seen this often. */
const atLeastEveryMs = 5_000;
const pauseAfterVainSweepMs = 1_000;

/** Rounds of: what is overdue ends, whoever can be rung is rung, sleep until the nearest deadline. */
export function createRouter(powers: Powers): Alarm {
  let checkedAtMs = -Infinity;
  return createAlarm({
    ...powers,
    atLeastEveryMs,
    round: async () => {
      const nowMs = powers.clock.monotonicMs();
      if (nowMs - checkedAtMs >= atLeastEveryMs) {
        await endSessionsOfEndedCalls(powers);
        await releaseAllWhoLeft(powers);
        checkedAtMs = nowMs;
      }
      return runRound(powers);
    },
  });
}

/** An offer made here asks for another round by its own fact, so its deadline needs no second look now. */
async function runRound(powers: Powers): Promise<Date | undefined> {
  const { database, clock, settings, calls } = powers;
  const look = () => readOutlook(database.db, clock.now(), settings);
  const isOverdue = (at: Date | undefined): boolean =>
    at !== undefined && at <= clock.now();
  let [outlook, inCalls] = await Promise.all([look(), calls.usersInCalls()]);
  if (isOverdue(outlook.nextDeadline)) {
    await sweep(powers);
    [outlook, inCalls] = await Promise.all([look(), calls.usersInCalls()]);
  }
  if (outlook.mayRing) await routeRequests(powers, inCalls);
  // What a sweep could not end is held by somebody who is about to change it.
  return isOverdue(outlook.nextDeadline)
    ? later(clock.now(), pauseAfterVainSweepMs)
    : outlook.nextDeadline;
}
