import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { iconShieldLock } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { FailedState } from "../../platform/kit/failed-state.tsx";
import { LoadingRows } from "../../platform/kit/loading-rows.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { AuditTable } from "./audit-table.tsx";

const pageSize = 100;

function useAudit() {
  const rest = useRest();
  return useInfiniteQuery({
    queryKey: ["audit"],
    queryFn: ({ pageParam, signal }) =>
      rest("listAudit", {
        query: {
          limit: pageSize,
          ...(pageParam === null ? {} : { before: pageParam }),
        },
        signal,
      }),
    // The pages are asked for by position; null is the newest.
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries }) =>
      entries.length < pageSize ? null : (entries.at(-1)?.position ?? null),
  });
}

export function AuditPage() {
  const { t } = useTexts();
  const query = useAudit();
  const entries = query.data?.pages.flatMap((page) => page.entries) ?? [];
  const isIntact = query.data?.pages.every((page) => page.isChainIntact);
  const seal = isIntact !== undefined && (
    <Chip tone={isIntact ? "positive" : "danger"} icon={iconShieldLock}>
      {t(isIntact ? "audit.intact" : "audit.broken")}
    </Chip>
  );
  const more = query.hasNextPage && (
    <Button
      variant="default"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t("audit.more")}
    </Button>
  );
  return (
    <Page title={t("audit.title")} lead={t("audit.lead")} actions={seal}>
      <Pane>
        {query.isPending && <LoadingRows />}
        {query.isError && entries.length === 0 && (
          <FailedState
            failure={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.isSuccess && entries.length === 0 && (
          <EmptyState
            icon={iconShieldLock}
            title={t("audit.empty")}
            advice={t("audit.emptyAdvice")}
          />
        )}
        {entries.length > 0 && <AuditTable entries={entries} foot={more} />}
      </Pane>
    </Page>
  );
}
