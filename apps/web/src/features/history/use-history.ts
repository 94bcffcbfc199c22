import { useInfiniteQuery } from "@tanstack/react-query";
import { useRest } from "../../platform/services.tsx";
import { queryOf, type HistoryFilters } from "./history-filters.ts";

const pageSize = 50;

/** Sessions that fit the filters, the newest first, page by page. */
export function useHistory(filters: HistoryFilters) {
  const rest = useRest();
  const query = queryOf(filters);
  return useInfiniteQuery({
    queryKey: ["history", "list", query],
    queryFn: ({ pageParam, signal }) =>
      rest("listHistory", {
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
