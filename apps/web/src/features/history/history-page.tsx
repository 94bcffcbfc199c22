import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { HistoryEntry } from "@veche/contracts";
import { iconHistory, iconSearch } from "@veche/ui";
import { useState, type ReactNode } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { FailedState } from "../../platform/kit/failed-state.tsx";
import { LoadingRows } from "../../platform/kit/loading-rows.tsx";
import { useMe } from "../../platform/me.tsx";
import { RatingSummary } from "./rating-summary.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { FilterBar } from "./filter-bar.tsx";
import {
  isFiltering,
  noFilters,
  type HistoryFilters,
} from "./history-filters.ts";
import { HistoryTable } from "./history-table.tsx";
import { useHistory, useSaving } from "./use-history.ts";

const typingPauseMs = 300;

function Nothing({ onClear }: { readonly onClear: (() => void) | undefined }) {
  const { t } = useTexts();
  if (onClear === undefined)
    return (
      <EmptyState
        icon={iconHistory}
        title={t("history.empty")}
        advice={t("history.emptyAdvice")}
      />
    );
  const clear = (
    <Button variant="default" onClick={onClear}>
      {t("history.clear")}
    </Button>
  );
  return (
    <EmptyState
      icon={iconSearch}
      title={t("history.nothing")}
      advice={t("history.nothingAdvice")}
      action={clear}
    />
  );
}

interface SaveProps {
  readonly filters: HistoryFilters;
  readonly isEmpty: boolean;
}

/** All that fits the filters, as a file. */
function Save({ filters, isEmpty }: SaveProps) {
  const { t } = useTexts();
  const saving = useSaving(filters);
  return (
    <Button
      variant="default"
      disabled={isEmpty}
      loading={saving.isPending}
      onClick={() => saving.mutate()}
    >
      {t("reports.save")}
    </Button>
  );
}

interface HistoryPageProps {
  readonly linkTo: (entry: HistoryEntry, words: ReactNode) => ReactNode;
}

export function HistoryPage({ linkTo }: HistoryPageProps) {
  const { t } = useTexts();
  const { roles } = useMe();
  const mayCompare = roles.includes("supervisor") || roles.includes("admin");
  const [filters, setFilters] = useState(noFilters);
  const [settled] = useDebouncedValue(filters, typingPauseMs);
  const query = useHistory(settled);
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const more = query.hasNextPage && (
    <Button
      variant="default"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t("history.more")}
    </Button>
  );
  return (
    <Page
      title={t("history.title")}
      lead={t("history.lead")}
      actions={<Save filters={settled} isEmpty={entries.length === 0} />}
    >
      {mayCompare && <RatingSummary />}
      <FilterBar filters={filters} onChange={setFilters} />
      <Pane>
        {query.isPending && <LoadingRows />}
        {query.isError && entries.length === 0 && (
          <FailedState
            failure={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.isSuccess && entries.length === 0 && (
          <Nothing
            onClear={
              isFiltering(filters) ? () => setFilters(noFilters) : undefined
            }
          />
        )}
        {entries.length > 0 && (
          <HistoryTable entries={entries} linkTo={linkTo} foot={more} />
        )}
      </Pane>
    </Page>
  );
}
