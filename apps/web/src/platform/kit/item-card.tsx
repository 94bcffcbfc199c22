import type { ReactNode } from "react";
import { Pane } from "./page.tsx";
import styles from "./item-card.module.css";

interface ItemCardProps {
  readonly name: string;
  /** Stands under the name. */
  readonly detail: ReactNode;
  /** Stands at the other end of the name's line. */
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

/** One of the things an administrator keeps, with what may be done to it. */
export function ItemCard({ name, detail, actions, children }: ItemCardProps) {
  return (
    <Pane>
      <article className={styles["card"]} aria-label={name}>
        <div className={styles["head"]}>
          <div>
            <h2 className={styles["name"]}>{name}</h2>
            {detail}
          </div>
          <div className={styles["actions"]}>{actions}</div>
        </div>
        {children}
      </article>
    </Pane>
  );
}
