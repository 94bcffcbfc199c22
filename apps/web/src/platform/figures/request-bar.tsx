import type { LiveHour } from "@veche/contracts";
import { Dot, type Tone } from "../kit/chip.tsx";
import styles from "./figures.module.css";

type Counts = Pick<LiveHour, "offered" | "answered" | "abandoned">;

export const waitingOf = ({ offered, answered, abandoned }: Counts): number =>
  offered - answered - abandoned;

interface BarProps {
  readonly counts: Counts;
  /** The most of a row: as long as the bar can be. */
  readonly most: number;
}

/** A cell that shows the numbers beside it once more, for the eye: answered, abandoned and still waiting make the whole. */
export function RequestBar({ counts, most }: BarProps) {
  const parts = [
    ["positive", counts.answered],
    ["danger", counts.abandoned],
    ["quiet", waitingOf(counts)],
  ] as const;
  return (
    <td className={styles["barCell"]}>
      <div className={styles["bar"]} aria-hidden="true">
        {parts.map(([tone, count]) => (
          <span
            key={tone}
            data-tone={tone}
            style={{ width: `${String((count / most) * 100)}%` }}
          />
        ))}
      </div>
    </td>
  );
}

interface LegendProps {
  readonly tone: Tone;
  readonly children: string;
}

/** The heading of a number, with its colour in the bars. */
export const Legend = ({ tone, children }: LegendProps) => (
  <span className={styles["legend"]}>
    <Dot tone={tone} />
    {children}
  </span>
);
