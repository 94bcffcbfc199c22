import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { biRowsPath, type BiColumn, type BiTable } from "@veche/contracts";
import { useState, type ReactNode } from "react";
import { withDevice } from "../../platform/installed-app.ts";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import {
  DayChoice,
  ownTimeZone as timeZone,
  useToday,
  WrongDays,
  type ChosenDays,
} from "./day-choice.tsx";
import { daysOf, isRange } from "./day-range.ts";
import styles from "./reports.module.css";

function useDictionary() {
  const rest = useRest();
  return useQuery({
    queryKey: ["bi", "tables"],
    queryFn: ({ signal }) => rest("getBiTables", { signal }),
  });
}

function ColumnRow({ column }: { readonly column: BiColumn }) {
  const { t, language } = useTexts();
  const { title, meaning, formula } = column[language];
  return (
    <tr>
      <td className={styles["figure"]}>{title}</td>
      <td className={styles["meaning"]}>
        {meaning}
        {formula !== null && (
          <span className={styles["formula"]}>{formula}</span>
        )}
      </td>
      <td>{t(`dictionary.kind.${column.unit ?? column.type}`)}</td>
      <td>
        <code>{column.name}</code>
      </td>
    </tr>
  );
}

interface TableProps {
  readonly schema: string;
  readonly table: BiTable;
  readonly days: ChosenDays;
}

function Download({ table, days: { from, to } }: Omit<TableProps, "schema">) {
  const { t, language } = useTexts();
  const query = new URLSearchParams({ from, to, timeZone }).toString();
  return (
    <Button
      variant="default"
      component="a"
      href={withDevice(`${biRowsPath(table.name)}?${query}`)}
      download
      aria-label={`${t("reports.save")}: ${table[language].title}`}
    >
      {t("reports.save")}
    </Button>
  );
}

/** One table: what its rows are, its columns, and the rows to take along. */
function TablePane({ schema, table, days }: TableProps) {
  const { t, language } = useTexts();
  const { title, meaning } = table[language];
  const columns = (["figure", "meaning", "unit", "column"] as const).map(
    (key) => ({ key, title: t(`dictionary.${key}`) }),
  );
  return (
    <Pane title={title}>
      <div className={styles["about"]}>
        <p>
          {meaning}{" "}
          <code>
            {schema}.{table.name}
          </code>
        </p>
        {isRange(days) && <Download table={table} days={days} />}
      </div>
      <Table name={title} columns={columns}>
        {table.columns.map((column) => (
          <ColumnRow key={column.name} column={column} />
        ))}
      </Table>
    </Pane>
  );
}

/** What every figure means and how it is counted, with the data behind the reports to download (B33). */
export function DictionaryPage({ backLink }: { readonly backLink: ReactNode }) {
  const { t } = useTexts();
  const today = useToday();
  const query = useDictionary();
  const [days, setDays] = useState<ChosenDays>(() => ({
    ...daysOf("week", today),
    range: "week",
  }));
  return (
    <Page
      title={t("dictionary.title")}
      lead={t("dictionary.lead")}
      actions={backLink}
    >
      <Pane title={t("dictionary.take")}>
        <p className={styles["zone"]}>{t("dictionary.takeAdvice")}</p>
        <div className={styles["choice"]}>
          <DayChoice
            days={days}
            change={(part) => setDays((present) => ({ ...present, ...part }))}
          />
        </div>
        {!isRange(days) && <WrongDays />}
      </Pane>
      <Loaded query={query}>
        {({ schema, tables }) =>
          tables.map((table) => (
            <TablePane
              key={table.name}
              schema={schema}
              table={table}
              days={days}
            />
          ))
        }
      </Loaded>
    </Page>
  );
}
