import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRest } from "../../platform/services.tsx";

const everyMs = 5_000;

/** The live board, read anew every few seconds while the page is looked at. */
export function useLiveBoard(withinSeconds: number) {
  const rest = useRest();
  return useQuery({
    queryKey: ["live-board", withinSeconds],
    queryFn: ({ signal }) =>
      rest("getLiveBoard", { query: { withinSeconds }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
    // Whoever comes back to the page is not shown what was.
    staleTime: 0,
  });
}
