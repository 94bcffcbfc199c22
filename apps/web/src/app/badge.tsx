import styles from "./shell.module.css";

interface BadgeProps {
  readonly count: number;
  /** The count as it is read aloud. */
  readonly words: string;
}

/** A count at the corner of a link; nothing where there is nothing. */
export function Badge({ count, words }: BadgeProps) {
  if (count === 0) return null;
  return (
    <span className={styles["badge"]}>
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
