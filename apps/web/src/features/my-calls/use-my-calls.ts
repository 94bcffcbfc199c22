import {
  useInfiniteQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { useRest } from "../../platform/services.tsx";

/** Which of my calls are shown. */
export type ShownCalls = "all" | "missed";

const myCallsKey = ["my-calls"] as const;

/** My calls, the newest first, page by page. */
export function useMyCalls(shown: ShownCalls) {
  const rest = useRest();
  return useInfiniteQuery({
    queryKey: [...myCallsKey, shown],
    queryFn: ({ pageParam, signal }) =>
      rest("listCalls", {
        query: {
          ...(shown === "missed" ? { direction: "missed" as const } : {}),
          ...(pageParam === null ? {} : { before: pageParam }),
        },
        signal,
      }),
    // Pages are asked for by the instant they begin before; null is the newest.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
  });
}

/** What was missed is no news any more: somebody looks at it. */
export function useSeeing(missedCount: number): void {
  const rest = useRest();
  const queries = useQueryClient();
  useEffect(() => {
    if (missedCount === 0) return;
    rest("seeCalls", {}).then(
      () => renewMyCalls(queries),
      // The mark stays, and is taken away with the next look.
      () => undefined,
    );
  }, [missedCount, rest, queries]);
}

/** Whatever is shown of my calls is asked for anew. */
export const renewMyCalls = (queries: QueryClient): void =>
  void queries.invalidateQueries({ queryKey: myCallsKey });
