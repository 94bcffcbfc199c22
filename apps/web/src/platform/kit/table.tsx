import type { ReactNode } from "react";
import styles from "./table.module.css";

interface TableProps {
  /** Names the table for screen readers. */
  readonly name: string;
  readonly columns: readonly {
    readonly key: string;
    readonly title: ReactNode;
  }[];
  /** Rows: `<tr>` elements. */
  readonly children: ReactNode;
  /** Under the last row: "show more". */
  readonly foot?: ReactNode;
}

export function Table({ name, columns, children, foot }: TableProps) {
  return (
    <div
      className={styles["scroll"]}
      tabIndex={0}
      role="region"
      aria-label={name}
    >
      <table className={styles["table"]}>
        <thead>
          <tr>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {foot !== undefined && <div className={styles["more"]}>{foot}</div>}
    </div>
  );
}
