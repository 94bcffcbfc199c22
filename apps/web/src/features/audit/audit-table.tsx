import type { AuditEntry } from "@veche/contracts";
import type { ReactNode } from "react";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./audit.module.css";
import { entryName } from "./entry-name.ts";

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  readonly foot: ReactNode;
}

function Details({ details }: Pick<AuditEntry, "details">) {
  return (
    <dl className={styles["details"]}>
      {Object.entries(details).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function AuditTable({ entries, foot }: AuditTableProps) {
  const texts = useTexts();
  const { t } = texts;
  const columns = [
    { key: "when", title: t("audit.when") },
    { key: "what", title: t("audit.what") },
    { key: "who", title: t("audit.who") },
    { key: "address", title: t("audit.address") },
    { key: "details", title: t("audit.details") },
  ];
  return (
    <Table
      name={t("audit.title")}
      columns={columns}
      {...(foot === false ? {} : { foot })}
    >
      {entries.map((entry) => (
        <tr key={entry.position}>
          <td className={styles["when"]}>{texts.dateTime(entry.at)}</td>
          <td className={styles["what"]}>{entryName(texts, entry.type)}</td>
          <td>{entry.actorName ?? t("audit.server")}</td>
          <td className={styles["quiet"]}>{entry.address ?? "—"}</td>
          <td>
            <Details details={entry.details} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
