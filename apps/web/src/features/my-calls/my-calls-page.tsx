import { Button } from "@mantine/core";
import { iconPhone } from "@veche/ui";
import { useState } from "react";
import { Choice } from "../../platform/kit/choice.tsx";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { FailedState } from "../../platform/kit/failed-state.tsx";
import { LoadingRows } from "../../platform/kit/loading-rows.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { CallRow, type CallDoings } from "./call-row.tsx";
import { useMyCalls, useSeeing, type ShownCalls } from "./use-my-calls.ts";
import styles from "./my-calls.module.css";

function Calls({
  shown,
  ...doings
}: CallDoings & { readonly shown: ShownCalls }) {
  const { t } = useTexts();
  const query = useMyCalls(shown);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  useSeeing(query.data?.pages[0]?.missedCount ?? 0);
  if (query.isPending) return <LoadingRows />;
  if (query.isError && items.length === 0)
    return (
      <FailedState failure={query.error} onRetry={() => void query.refetch()} />
    );
  if (items.length === 0)
    return (
      <EmptyState
        icon={iconPhone}
        title={t(shown === "all" ? "myCalls.none" : "myCalls.noneMissed")}
        advice={t("myCalls.noneAdvice")}
      />
    );
  return (
    <>
      <ul className={styles["rows"]}>
        {items.map((call) => (
          <CallRow key={call.callId} call={call} {...doings} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div className={styles["more"]}>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("calls.more")}
          </Button>
        </div>
      )}
    </>
  );
}

/** My calls with colleagues: whom I called, who called me, what I missed. */
export function MyCallsPage(doings: CallDoings) {
  const { t } = useTexts();
  const [shown, setShown] = useState<ShownCalls>("all");
  const choice = (
    <Choice
      label={t("myCalls.show")}
      value={shown}
      options={(["all", "missed"] as const).map((value) => ({
        value,
        label: t(`myCalls.show.${value}`),
      }))}
      onChange={setShown}
    />
  );
  return (
    <Page title={t("rail.calls")} lead={t("myCalls.lead")} actions={choice}>
      <Pane>
        <Calls shown={shown} {...doings} />
      </Pane>
    </Page>
  );
}
