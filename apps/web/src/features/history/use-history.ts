import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import type { HistoryEntry } from "@veche/contracts";
import { notifyFailure, notifyWarning } from "../../platform/kit/notify.ts";
import { saveFile } from "../../platform/save-file.ts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { toCsv } from "../../platform/to-csv.ts";
import { queryOf, type HistoryFilters } from "./history-filters.ts";
import { historyLines } from "./history-lines.ts";

const pageSize = 50;
/** What a browser holds with ease; more is the business of the views for analysts. */
const mostSaved = 10_000;

/** Reads one page of what fits, of those that began before. */
function usePages({ filters }: { readonly filters: HistoryFilters }) {
  const rest = useRest();
  const { first, query } = queryOf(filters);
  const read = (before: string | null, limit: number, signal?: AbortSignal) =>
    rest("listHistory", {
      query: { ...query, limit, ...(before !== null && { before }) },
      ...(signal && { signal }),
    });
  return { first, query, read };
}

/** Sessions that fit the filters, the newest first, page by page. */
export function useHistory(filters: HistoryFilters) {
  const { first, query, read } = usePages({ filters });
  return useInfiniteQuery({
    queryKey: ["history", "list", query, first],
    queryFn: ({ pageParam, signal }) => read(pageParam, pageSize, signal),
    initialPageParam: first,
    getNextPageParam: ({ nextBefore }) => nextBefore,
  });
}

/** Saves all that fits the filters as a table. */
export function useSaving(filters: HistoryFilters) {
  const texts = useTexts();
  const { first, read } = usePages({ filters });
  return useMutation({
    mutationFn: async () => {
      const entries: HistoryEntry[] = [];
      let before = first;
      do {
        const page = await read(before, 100);
        entries.push(...page.entries);
        before = page.nextBefore;
      } while (before !== null && entries.length < mostSaved);
      return { entries, isAll: before === null };
    },
    onSuccess: ({ entries, isAll }) => {
      const text = toCsv(historyLines(texts, entries));
      saveFile("history.csv", { text, type: "text/csv" });
      if (!isAll)
        notifyWarning(
          texts,
          texts.t("history.savedPart", { count: entries.length }),
        );
    },
    onError: (failure) => notifyFailure(texts, failure),
  });
}
