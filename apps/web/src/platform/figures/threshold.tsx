import { Select } from "@mantine/core";
import { useTexts } from "../texts/texts.tsx";
import styles from "./figures.module.css";

const thresholds = [10, 20, 30, 60, 120] as const;

interface ThresholdProps {
  readonly seconds: number;
  readonly onChange: (seconds: number) => void;
}

/** The Y of the service level, and what is a long wait. */
export function Threshold({ seconds, onChange }: ThresholdProps) {
  const { t } = useTexts();
  return (
    <Select
      className={styles["threshold"]}
      label={t("board.threshold")}
      allowDeselect={false}
      value={String(seconds)}
      data={thresholds.map((one) => ({
        value: String(one),
        label: t("board.seconds", { seconds: one }),
      }))}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );
}
