import type { LiveBoard } from "@veche/contracts";
import { useState } from "react";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page } from "../../platform/kit/page.tsx";
import { Threshold } from "../../platform/figures/threshold.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { DayPane } from "./day-pane.tsx";
import { HoursPane } from "./hours-pane.tsx";
import { NowPane } from "./now-pane.tsx";
import { OperatorsPane, type StepIn } from "./operators-pane.tsx";
import { QueuesPane } from "./queues-pane.tsx";
import { useLiveBoard } from "./use-live-board.ts";
import styles from "./board.module.css";

/** The line to the server is cut: what stands here is not of now. */
function Stale({ at }: Pick<LiveBoard, "at">) {
  const { t, time } = useTexts();
  return (
    <p className={styles["stale"]} role="alert">
      {t("board.stale", { time: time(at) })}
    </p>
  );
}

/** The contact centre now and today, for those who supervise it. */
export function BoardPage(stepIn: StepIn) {
  const { t } = useTexts();
  const [withinSeconds, setWithinSeconds] = useState(20);
  const query = useLiveBoard(withinSeconds);
  return (
    <Page
      title={t("board.title")}
      lead={t("board.lead")}
      actions={
        <Threshold seconds={withinSeconds} onChange={setWithinSeconds} />
      }
    >
      <Loaded query={query}>
        {({ at, now, queues, today }) => (
          <>
            {query.isError && <Stale at={at} />}
            <NowPane now={now} withinSeconds={today.withinSeconds} />
            <QueuesPane queues={queues} withinSeconds={today.withinSeconds} />
            <OperatorsPane now={now} {...stepIn} />
            <DayPane today={today} />
            <HoursPane today={today} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
