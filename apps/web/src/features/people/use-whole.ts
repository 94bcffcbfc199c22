import { useEffect } from "react";
import type { PeopleQuery } from "../../platform/people/use-people.ts";

/** Reads a list to its end, page by page, while all of it must be known: whoever picks people sees who is picked. */
export function useWhole(
  query: PeopleQuery,
  { isWanted }: { readonly isWanted: boolean },
): void {
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const isNext = isWanted && hasNextPage && !isFetching && !isError;
  useEffect(() => {
    if (isNext) void fetchNextPage();
  }, [isNext, fetchNextPage]);
}
