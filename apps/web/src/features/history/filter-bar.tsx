import { Select, TextInput } from "@mantine/core";
import type { RequestEndReason, RequestKind } from "@veche/contracts";
import { iconSearch } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { useQueues } from "../../platform/queues.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { HistoryFilters } from "./history-filters.ts";
import styles from "./history.module.css";

const kinds: readonly RequestKind[] = ["video", "audio", "chat"];
const endReasons: readonly RequestEndReason[] = [
  "completed",
  "abandoned",
  "customer_lost",
  "operator_lost",
  "unanswered",
  "declined",
];

interface FilterBarProps {
  readonly filters: HistoryFilters;
  readonly onChange: (filters: HistoryFilters) => void;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | "any";
  readonly values: readonly Value[];
  readonly wordsFor: (value: Value) => string;
  readonly onChange: (value: Value | "any") => void;
}

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, values, wordsFor, onChange } = props;
  const { t } = useTexts();
  return (
    <Select
      label={label}
      allowDeselect={false}
      value={value}
      data={[
        { value: "any", label: t("history.any") },
        ...values.map((one) => ({ value: one, label: wordsFor(one) })),
      ]}
      onChange={(chosen) =>
        onChange(values.find((one) => one === chosen) ?? "any")
      }
    />
  );
}

interface FieldsProps extends Pick<FilterBarProps, "filters"> {
  readonly change: (part: Partial<HistoryFilters>) => void;
}

/** Where the company has several. */
function QueueChoice({ filters, change }: FieldsProps) {
  const { t } = useTexts();
  const queues = useQueues().data?.items ?? [];
  if (queues.length < 2) return null;
  return (
    <Choice
      label={t("history.queue")}
      value={filters.queueId}
      values={queues.map(({ id }) => id)}
      wordsFor={(id) => queues.find((one) => one.id === id)?.name ?? ""}
      onChange={(queueId) => change({ queueId })}
    />
  );
}

function Days({ filters, change }: FieldsProps) {
  const { t } = useTexts();
  return (["fromDay", "untilDay"] as const).map((field) => (
    <TextInput
      key={field}
      type="date"
      label={t(`history.${field}`)}
      value={filters[field]}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
    />
  ));
}

export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTexts();
  const change: FieldsProps["change"] = (part) =>
    onChange({ ...filters, ...part });
  return (
    <div className={styles["filters"]} role="search">
      <TextInput
        className={styles["text"]}
        label={t("history.search")}
        leftSection={<Icon paths={iconSearch} size={18} />}
        maxLength={100}
        value={filters.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <Choice
        label={t("history.kind")}
        value={filters.kind}
        values={kinds}
        wordsFor={(kind) => t(`requestKind.${kind}`)}
        onChange={(kind) => change({ kind })}
      />
      <Choice
        label={t("history.outcome")}
        value={filters.endReason}
        values={endReasons}
        wordsFor={(reason) => t(`requestEnd.${reason}`)}
        onChange={(endReason) => change({ endReason })}
      />
      <QueueChoice {...{ filters, change }} />
      <Days {...{ filters, change }} />
    </div>
  );
}
