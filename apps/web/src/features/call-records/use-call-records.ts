import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { CallId, NetworkPath, QualityReason } from "@veche/contracts";
import { useRest } from "../../platform/services.tsx";

/** What is looked for among the calls. */
export interface CallFilters {
  readonly person: string;
  readonly days: number;
  readonly level: "any" | "weak" | "bad";
  readonly reason: QualityReason | "any";
  readonly path: NetworkPath | "any";
}

export const firstFilters: CallFilters = {
  person: "",
  days: 30,
  level: "any",
  reason: "any",
  path: "any",
};

const pageSize = 50;
const dayMs = 86_400_000;

/** Calls that fit, the newest first, page by page. `nowMs` names the end of the period. */
export function useCallRecords(filters: CallFilters, nowMs: number) {
  const rest = useRest();
  const { person, days, level, reason, path } = filters;
  // A day's precision keeps the question the same while one looks.
  const fromAt = new Date(
    Math.floor(nowMs / dayMs) * dayMs - (days - 1) * dayMs,
  ).toISOString();
  const query = {
    fromAt,
    ...(person.trim() === "" ? {} : { person: person.trim() }),
    ...(level === "any" ? {} : { level }),
    ...(reason === "any" ? {} : { reason }),
    ...(path === "any" ? {} : { path }),
  };
  return useInfiniteQuery({
    queryKey: ["call-records", query],
    queryFn: ({ pageParam, signal }) =>
      rest("listCallRecords", {
        query: {
          ...query,
          limit: pageSize,
          ...(pageParam === null ? {} : { before: pageParam }),
        },
        signal,
      }),
    // Pages are asked for by the instant they end before; null is the newest.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
  });
}

export function useFlightRecord(callId: CallId) {
  const rest = useRest();
  return useQuery({
    queryKey: ["call-record", callId],
    queryFn: ({ signal }) =>
      rest("getFlightRecord", { params: { callId }, signal }),
    // Each look is a fact in the audit trail: one look, one question.
    staleTime: Infinity,
  });
}
