import { Button, Select } from "@mantine/core";
import { Pane } from "../../platform/kit/page.tsx";
import { Table } from "../../platform/kit/table.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { isUsable, knownColumns, taken } from "./mapping.ts";
import type { Importing, Step } from "./use-import.ts";
import styles from "./people-import.module.css";

interface ColumnTableProps {
  readonly importing: Importing;
  readonly list: Extract<Step, { kind: "matching" }>["list"];
}

function ColumnRow({
  importing,
  list,
  at,
}: ColumnTableProps & { readonly at: number }) {
  const { t } = useTexts();
  const heading = list.columns[at]?.heading ?? "";
  return (
    <tr>
      <td>{heading}</td>
      <td className={styles["samples"]}>
        {list.columns[at]?.samples.join(" · ")}
      </td>
      <td>
        <Select
          aria-label={t("import.holds", { heading })}
          placeholder={t("import.leftOut")}
          clearable
          clearButtonProps={{ "aria-label": t("person.clear") }}
          data={knownColumns.map((column) => ({
            value: column,
            label: t(`import.column.${column}`),
          }))}
          value={list.mapping[at] ?? null}
          onChange={(column) =>
            importing.match(list, taken(list.mapping, at, column))
          }
        />
      </td>
    </tr>
  );
}

/** What each column of the file holds, as far as its heading tells; put right by hand. */
export function ColumnTable({ importing, list }: ColumnTableProps) {
  const { t } = useTexts();
  const mayGo = isUsable(list.mapping);
  const columns = [
    { key: "heading", title: t("import.heading") },
    { key: "samples", title: t("import.samples") },
    { key: "holds", title: t("import.taken") },
  ];
  return (
    <Pane title={t("import.match", { count: list.rowCount })}>
      <Table name={t("import.columns")} columns={columns}>
        {list.columns.map(({ heading }, at) => (
          <ColumnRow
            // Headings may repeat; the order of the columns doesn't change.
            key={`${String(at)} ${heading}`}
            importing={importing}
            list={list}
            at={at}
          />
        ))}
      </Table>
      {!mayGo && (
        <p className={styles["wrong"]} role="alert">
          {t("import.noLogin")}
        </p>
      )}
      <div className={styles["buttons"]}>
        <Button variant="default" onClick={importing.again}>
          {t("import.other")}
        </Button>
        <Button
          disabled={!mayGo}
          loading={importing.isBusy}
          onClick={() => importing.check(list)}
        >
          {t("import.check")}
        </Button>
      </div>
    </Pane>
  );
}
