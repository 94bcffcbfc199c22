import type { ImportReport } from "@veche/contracts";
import { Chip } from "../../platform/kit/chip.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./people-import.module.css";

interface ReportProps {
  readonly report: ImportReport;
}

function Counts({ report }: ReportProps) {
  const { t } = useTexts();
  const { created, changed, unchanged, problemCount } = report;
  return (
    <p className={styles["counts"]} role="status">
      <Chip tone="positive">{t("import.created", { count: created })}</Chip>
      <Chip tone="accent">{t("import.changed", { count: changed })}</Chip>
      <Chip>{t("import.unchanged", { count: unchanged })}</Chip>
      {problemCount > 0 && (
        <Chip tone="danger">
          {t("import.problems", { count: problemCount })}
        </Chip>
      )}
    </p>
  );
}

function Problems({ report }: ReportProps) {
  const { t } = useTexts();
  const { problems, problemCount } = report;
  if (problemCount === 0) return null;
  const columns = [
    { key: "line", title: t("import.line") },
    { key: "column", title: t("import.where") },
    { key: "value", title: t("import.value") },
    { key: "problem", title: t("import.problem") },
  ];
  return (
    <>
      <p className={styles["wrong"]} role="alert">
        {t("import.nothingTaken")}
      </p>
      <Table
        name={t("import.problems", { count: problemCount })}
        columns={columns}
      >
        {problems.map(({ line, column, problem, value }) => (
          <tr key={`${String(line)} ${String(column)} ${problem}`}>
            <td>{line}</td>
            <td>{column === null ? "" : t(`import.column.${column}`)}</td>
            <td className={styles["samples"]}>{value}</td>
            <td>{t(`import.problem.${problem}`)}</td>
          </tr>
        ))}
      </Table>
      {problems.length < problemCount && (
        <p className={styles["note"]}>{t("import.firstProblems")}</p>
      )}
    </>
  );
}

/** What a list did, or would do. */
export function ReportView({ report }: ReportProps) {
  const { t } = useTexts();
  const { newDepartments, newTags, ignoredColumns } = report;
  const lists = [
    { name: t("import.newDepartments"), items: newDepartments },
    { name: t("import.newTags"), items: newTags.map((tag) => `#${tag}`) },
    { name: t("import.ignored"), items: ignoredColumns },
  ].filter(({ items }) => items.length > 0);
  return (
    <>
      <Counts report={report} />
      {lists.map(({ name, items }) => (
        <p key={name} className={styles["note"]}>
          <strong>{name}:</strong> {items.join(", ")}
        </p>
      ))}
      {report.isApplied && report.created > 0 && (
        <p className={styles["note"]}>{t("import.passwords")}</p>
      )}
      <Problems report={report} />
    </>
  );
}
