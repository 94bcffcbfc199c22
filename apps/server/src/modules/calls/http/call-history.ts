import {
  callEndpoints,
  type PastCall,
  type PrincipalId,
  type UserId,
} from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import { route, type Route } from "../../../platform/http/route.ts";
import { durationMs } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import {
  callHistory,
  keepLook,
  missedCount,
  type HistoryRow,
} from "../store/call-history.ts";

const pageSize = 50;
const maxPeople = 12;

/** A person's calls with colleagues, for them alone. */
export const callHistoryRoutes = (powers: CallPowers): readonly Route[] => [
  route(callEndpoints.listCalls, async ({ principal, query }) => {
    const { db } = powers.database;
    const rows = await callHistory(db, {
      principalId: principal.id,
      direction: query.direction ?? null,
      before: query.before === undefined ? null : new Date(query.before),
      limit: pageSize + 1,
    });
    const page = rows.slice(0, pageSize);
    const names = await namesOf(powers, page);
    return {
      items: page.map((row) => pastCall(row, names, powers.clock.now())),
      nextBefore:
        rows.length > pageSize
          ? (page.at(-1)?.startedAt.toISOString() ?? null)
          : null,
      missedCount: await missedCount(db, principal.id),
    };
  }),
  route(callEndpoints.seeCalls, async ({ principal }) => {
    await powers.database.transact(serverActor, ({ tx }) =>
      keepLook(tx, { userId: principal.id, at: powers.clock.now() }),
    );
    return null;
  }),
];

type Names = ReadonlyMap<PrincipalId, string>;

/** Of those who were rung and never sat down. */
async function namesOf(
  { users }: Pick<CallPowers, "users">,
  rows: readonly HistoryRow[],
): Promise<Names> {
  const ids = [...new Set(rows.flatMap(({ rungIds }) => rungIds))];
  if (ids.length === 0) return new Map();
  // Who is rung in a call of colleagues is a user.
  const known = await users.many(ids as UserId[]);
  return new Map(known.map(({ id, name }) => [id, name]));
}

function pastCall(row: HistoryRow, names: Names, now: Date): PastCall {
  const { people, rungIds, startedAt, liveAt, endedAt, ...rest } = row;
  const seated = new Set(people.map(({ principalId }) => principalId));
  const rung = rungIds.flatMap((principalId) => {
    const name = names.get(principalId);
    return name === undefined || seated.has(principalId)
      ? []
      : [{ principalId, name }];
  });
  return {
    ...rest,
    startedAt: startedAt.toISOString(),
    durationMs: durationMs({ liveAt, endedAt }, endedAt ?? now),
    people: [...people, ...rung].slice(0, maxPeople),
  };
}
