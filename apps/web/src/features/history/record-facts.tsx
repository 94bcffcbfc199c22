import type { HistoryEntry } from "@veche/contracts";
import { Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { OutcomeChip } from "./outcome-chip.tsx";
import { QualityChip } from "./quality-chip.tsx";
import styles from "./history.module.css";

export function RecordFacts({ entry }: { readonly entry: HistoryEntry }) {
  const { t, duration, number } = useTexts();
  const facts = [
    {
      key: "history.outcome",
      value: <OutcomeChip endReason={entry.request.endReason} />,
    },
    {
      key: "record.participants",
      value: entry.participants.map(({ name }) => name).join(", "),
    },
    { key: "history.waited", value: duration(entry.waitedMs) },
    {
      key: "history.served",
      value: entry.servedMs > 0 ? duration(entry.servedMs) : "—",
    },
    ...(entry.heldMs > 0
      ? [{ key: "record.held", value: duration(entry.heldMs) } as const]
      : []),
    { key: "history.messages", value: number(entry.messageCount) },
    { key: "history.quality", value: <QualityChip level={entry.quality} /> },
  ] as const;
  return (
    <Pane>
      <dl className={styles["facts"]}>
        {facts.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Pane>
  );
}
