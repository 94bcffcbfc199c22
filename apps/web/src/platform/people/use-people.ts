import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { DepartmentId, TagId } from "@veche/contracts";
import { useRest } from "../services.tsx";

const pageSize = 50;

export interface PeopleSought {
  readonly text: string;
  readonly departmentId?: DepartmentId | null;
  readonly tagId?: TagId | null;
}

/** People of the company, the best first, page by page. */
export function usePeople({
  text,
  departmentId = null,
  tagId = null,
}: PeopleSought) {
  const rest = useRest();
  return useInfiniteQuery({
    queryKey: ["people", "pages", text, departmentId, tagId],
    queryFn: ({ pageParam, signal }) =>
      rest("findPeople", {
        query: {
          text,
          limit: pageSize,
          ...(departmentId === null ? {} : { departmentId }),
          ...(tagId === null ? {} : { tagId }),
          ...(pageParam === null ? {} : { after: pageParam }),
        },
        signal,
      }),
    // Null is the first page.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextAfter }) => nextAfter,
    // Somebody hired meanwhile moves the rest: nobody stands there twice.
    select: ({ pages }) => [
      ...new Map(
        pages.flatMap(({ items }) => items.map((one) => [one.id, one])),
      ).values(),
    ],
    placeholderData: keepPreviousData,
  });
}

export type PeopleQuery = ReturnType<typeof usePeople>;
