import type { Call } from "@veche/contracts";
import { Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { QualityChart } from "./quality-chart.tsx";
import { talkMs } from "./talk.ts";
import styles from "./history.module.css";

function CallLine({ call }: { readonly call: Call }) {
  const { t, duration } = useTexts();
  const lasted = talkMs(call);
  const words = t(`requestKind.${call.media}`);
  return (
    <>
      <p className={styles["lead"]}>
        {lasted > 0
          ? t("record.callLasted", { media: words, time: duration(lasted) })
          : words}
        {call.endReason !== null && ` · ${t(`callEnd.${call.endReason}`)}`}
      </p>
      {call.liveAt !== null && <QualityChart callId={call.id} />}
    </>
  );
}

/** The calls of a session, each with its measurements. */
export function CallsPane({ calls }: { readonly calls: readonly Call[] }) {
  const { t } = useTexts();
  return (
    <Pane
      title={t(calls.length === 0 ? "record.calls" : "record.qualityChart")}
    >
      {calls.length === 0 && (
        <p className={styles["lead"]}>{t("record.noCalls")}</p>
      )}
      {calls.map((call) => (
        <CallLine key={call.id} call={call} />
      ))}
      <div className={styles["end"]} />
    </Pane>
  );
}
