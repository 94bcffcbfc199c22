import type { ReactNode } from "react";
import styles from "./page.module.css";

interface PageProps {
  readonly title: string;
  /** One line under the title: what this page is for. */
  readonly lead?: string;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the shell: heading, what it is for, its actions, its panes. */
export function Page({ title, lead, actions, children }: PageProps) {
  return (
    <div className={styles["page"]}>
      <header className={styles["head"]}>
        <div>
          <h1 className={styles["title"]}>{title}</h1>
          {lead !== undefined && <p className={styles["lead"]}>{lead}</p>}
        </div>
        <div className={styles["actions"]}>{actions}</div>
      </header>
      {children}
    </div>
  );
}

/** A raised sheet of the page. */
export function Pane({
  title,
  children,
}: {
  readonly title?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles["pane"]} aria-label={title}>
      {title !== undefined && <h2 className={styles["paneTitle"]}>{title}</h2>}
      {children}
    </section>
  );
}
