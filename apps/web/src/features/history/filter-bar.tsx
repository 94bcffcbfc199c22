import { Select, TextInput } from "@mantine/core";
import type { RequestEndReason, RequestKind } from "@veche/contracts";
import { iconSearch } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
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

export function FilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTexts();
  const any = { value: "any" as const, label: t("history.any") };
  return (
    <div className={styles["filters"]} role="search">
      <TextInput
        className={styles["text"]}
        label={t("history.search")}
        leftSection={<Icon paths={iconSearch} size={18} />}
        maxLength={100}
        value={filters.text}
        onChange={(event) =>
          onChange({ ...filters, text: event.currentTarget.value })
        }
      />
      <Select
        label={t("history.kind")}
        allowDeselect={false}
        value={filters.kind}
        data={[
          any,
          ...kinds.map((value) => ({
            value,
            label: t(`requestKind.${value}`),
          })),
        ]}
        onChange={(value) =>
          onChange({
            ...filters,
            kind: kinds.find((one) => one === value) ?? "any",
          })
        }
      />
      <Select
        label={t("history.outcome")}
        allowDeselect={false}
        value={filters.endReason}
        data={[
          any,
          ...endReasons.map((value) => ({
            value,
            label: t(`requestEnd.${value}`),
          })),
        ]}
        onChange={(value) =>
          onChange({
            ...filters,
            endReason: endReasons.find((one) => one === value) ?? "any",
          })
        }
      />
    </div>
  );
}
