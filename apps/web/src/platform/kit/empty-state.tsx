import type { IconPaths } from "@veche/ui";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import styles from "./states.module.css";

interface EmptyStateProps {
  readonly icon: IconPaths;
  readonly title: string;
  readonly advice: string;
  readonly action?: ReactNode;
  /** `page`: it stands in place of a whole page and is its heading. */
  readonly place?: "page" | "pane";
}

/** Nothing is here yet: says so, and what fills it. */
export function EmptyState({
  icon,
  title,
  advice,
  action,
  place = "pane",
}: EmptyStateProps) {
  const Title = place === "page" ? "h1" : "p";
  return (
    <div className={styles["state"]}>
      <span className={styles["mark"]}>
        <Icon paths={icon} size={24} />
      </span>
      <Title className={styles["title"]}>{title}</Title>
      <p className={styles["advice"]}>{advice}</p>
      {action !== undefined && <div className={styles["action"]}>{action}</div>}
    </div>
  );
}
