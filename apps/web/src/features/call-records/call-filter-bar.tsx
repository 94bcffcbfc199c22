import { Select, TextInput } from "@mantine/core";
import type { NetworkPath, QualityReason } from "@veche/contracts";
import { iconSearch } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { CallFilters } from "./use-call-records.ts";
import styles from "./call-records.module.css";

const levels = ["any", "weak", "bad"] as const;
const reasons: readonly QualityReason[] = [
  "no_packets",
  "loss",
  "delay",
  "jitter",
  "freezes",
  "bandwidth",
  "cpu",
];
const paths: readonly NetworkPath[] = [
  "direct",
  "relay_udp",
  "relay_tcp",
  "relay_tls",
  "unknown",
];
const periods = [1, 7, 30, 90, 365] as const;

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly wordsFor: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, values, wordsFor, onChange } = props;
  return (
    <Select
      label={label}
      allowDeselect={false}
      value={value}
      data={values.map((one) => ({ value: one, label: wordsFor(one) }))}
      onChange={(chosen) => {
        const known = values.find((one) => one === chosen);
        if (known !== undefined) onChange(known);
      }}
    />
  );
}

interface FilterBarProps {
  readonly filters: CallFilters;
  readonly onChange: (filters: CallFilters) => void;
}

function PersonField({ filters, onChange }: FilterBarProps) {
  const { t } = useTexts();
  return (
    <TextInput
      className={styles["text"]}
      label={t("calls.person")}
      leftSection={<Icon paths={iconSearch} size={18} />}
      maxLength={100}
      value={filters.person}
      onChange={(event) =>
        onChange({ ...filters, person: event.currentTarget.value })
      }
    />
  );
}

export function CallFilterBar({ filters, onChange }: FilterBarProps) {
  const { t } = useTexts();
  return (
    <div className={styles["filters"]} role="search">
      <PersonField filters={filters} onChange={onChange} />
      <Choice
        label={t("calls.period")}
        value={String(filters.days)}
        values={periods.map(String)}
        wordsFor={(days) => t("calls.days", { count: Number(days) })}
        onChange={(days) => onChange({ ...filters, days: Number(days) })}
      />
      <Choice
        label={t("calls.level")}
        value={filters.level}
        values={levels}
        wordsFor={(level) =>
          t(level === "any" ? "calls.anyLevel" : `calls.${level}`)
        }
        onChange={(level) => onChange({ ...filters, level })}
      />
      <Choice
        label={t("calls.reason")}
        value={filters.reason}
        values={["any", ...reasons]}
        wordsFor={(reason) =>
          reason === "any" ? t("calls.any") : t(`qualityReason.${reason}`)
        }
        onChange={(reason) => onChange({ ...filters, reason })}
      />
      <Choice
        label={t("calls.path")}
        value={filters.path}
        values={["any", ...paths]}
        wordsFor={(path) =>
          path === "any" ? t("calls.any") : t(`calls.path.${path}`)
        }
        onChange={(path) => onChange({ ...filters, path })}
      />
    </div>
  );
}
