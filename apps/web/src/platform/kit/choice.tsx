import { SegmentedControl } from "@mantine/core";
import styles from "./choice.module.css";

interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** Said below. */
  readonly hint?: string;
  readonly value: Value;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
  }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few, all of them seen. */
export function Choice<Value extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: ChoiceProps<Value>) {
  return (
    <div className={styles["choice"]}>
      <span>{label}</span>
      <SegmentedControl
        aria-label={label}
        value={value}
        onChange={onChange}
        data={[...options]}
      />
      {hint !== undefined && <span className={styles["hint"]}>{hint}</span>}
    </div>
  );
}
