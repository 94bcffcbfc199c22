import { callRecordEndpoints, type CallRecordLine } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { durationMs } from "../domain/call-record.ts";
import type { CallPowers } from "../powers.ts";
import {
  countByDay,
  judgedCalls,
  type JudgedCall,
  type RecordFilter,
} from "../store/call-verdicts.ts";

/** As many columns as a trend shows well. */
const trendDays = 60;

const dateOf = (instant: string | undefined): Date | undefined =>
  instant === undefined ? undefined : new Date(instant);

/** How the calls of the whole installation went. */
export const listCallRecords = ({ database: { db } }: CallPowers): Route =>
  route(callRecordEndpoints.listCallRecords, async ({ query }) => {
    const { fromAt, toAt, before, limit, person, level, reason, path } = query;
    const filter: RecordFilter = {
      from: dateOf(fromAt),
      to: dateOf(toAt),
      ...{ person, level, reason, path },
    };
    const [found, trend] = await Promise.all([
      judgedCalls(db, { ...filter, to: dateOf(before) ?? filter.to }, limit),
      countByDay(db, filter, trendDays),
    ]);
    const records = found.flatMap(lineOf);
    return {
      records,
      trend,
      nextBefore:
        found.length < limit ? null : (records.at(-1)?.endedAt ?? null),
    };
  });

function lineOf({ call, quality, verdicts }: JudgedCall): CallRecordLine[] {
  const { endedAt, endReason, seats } = call;
  if (endedAt === null || endReason === null) return [];
  return [
    {
      callId: call.id,
      media: call.media,
      topology: call.topology,
      createdAt: call.createdAt.toISOString(),
      endedAt: endedAt.toISOString(),
      endReason,
      durationMs: durationMs(call),
      level: quality,
      verdicts: seats.map(({ principalId, name }) => ({
        ...nothingMeasured,
        ...verdicts.find((one) => one.principalId === principalId),
        principalId,
        name,
      })),
    },
  ];
}

const nothingMeasured = {
  level: "unknown",
  reason: "none",
  path: "unknown",
  troubledRatio: 0,
  step: "full",
} as const;
