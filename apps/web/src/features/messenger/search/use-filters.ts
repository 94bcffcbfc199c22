import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "../../../platform/services.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { conversationName } from "../conversation-name.ts";
import { useNameWords } from "../use-conversation-name.ts";
import type { FoundSection } from "./found-rows.ts";
import { begunFilter, suggestFilters } from "./suggest-filters.ts";
import type { SearchSource } from "./use-found.ts";

interface Filters {
  /** Null: nothing to offer. */
  readonly section: FoundSection | null;
  /** A filter is being written: what goes on with it comes before what is found. */
  readonly isFirst: boolean;
}

/** Filters that go on with the text, as rows of the list. */
export function useFilters(
  text: string,
  { me, conversations, people }: SearchSource,
): Filters {
  const { t } = useTexts();
  const { powers } = useServices();
  const words = useNameWords();
  const begun = begunFilter(text);
  const sought = begun?.filter === "from" ? begun.value : null;
  const query = useQuery({
    queryKey: ["search-people", sought],
    queryFn: () => people(sought ?? ""),
    enabled: sought !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const offers = suggestFilters(text, {
    people: query.data ?? [],
    conversations: conversations
      .filter(({ kind }) => kind !== "support")
      .map((one) => conversationName(one, me.id, words)),
    nowMs: powers.nowMs(),
  });
  const rows = offers.map(({ filter, about, text: next }) => ({
    key: `filter ${filter}`,
    title: filter,
    words: t(`search.filter.${about}`),
    highlights: [],
    at: null,
    destination: { kind: "filter", text: next } as const,
  }));
  return {
    section: rows.length === 0 ? null : { kind: "filters", rows, more: null },
    isFirst: begun !== undefined,
  };
}
