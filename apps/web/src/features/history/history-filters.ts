import type { QueueId, RequestEndReason, RequestKind } from "@veche/contracts";
import { endOfDay, startOfDay } from "../../platform/day-instants.ts";

/** What is asked of the history; `any` and an empty day ask nothing. */
export interface HistoryFilters {
  readonly text: string;
  readonly kind: RequestKind | "any";
  readonly endReason: RequestEndReason | "any";
  readonly queueId: QueueId | "any";
  /** `2026-01-31`, the first and the last day. */
  readonly fromDay: string;
  readonly untilDay: string;
}

export const noFilters: HistoryFilters = {
  text: "",
  kind: "any",
  endReason: "any",
  queueId: "any",
  fromDay: "",
  untilDay: "",
};

/** As the contract wants them; `first` is what the newest of them end before, null: now. */
export function queryOf(filters: HistoryFilters) {
  const { kind, endReason, queueId } = filters;
  const text = filters.text.trim();
  const since = startOfDay(filters.fromDay);
  return {
    first: endOfDay(filters.untilDay),
    query: {
      ...(text !== "" && { text }),
      ...(kind !== "any" && { kind }),
      ...(endReason !== "any" && { endReason }),
      ...(queueId !== "any" && { queueId }),
      ...(since !== null && { since }),
    },
  };
}

export function isFiltering(filters: HistoryFilters): boolean {
  const { first, query } = queryOf(filters);
  return first !== null || Object.keys(query).length > 0;
}
