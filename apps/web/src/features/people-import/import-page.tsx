import { Button, FileButton } from "@mantine/core";
import { iconUpload } from "@veche/ui";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { ColumnTable } from "./column-table.tsx";
import { knownColumns } from "./mapping.ts";
import { ReportView } from "./report-view.tsx";
import { useImport, type Importing } from "./use-import.ts";
import styles from "./people-import.module.css";

function Choosing({ importing }: { readonly importing: Importing }) {
  const { t } = useTexts();
  const choose = (
    <FileButton
      accept=".csv,text/csv"
      onChange={(file) => file !== null && importing.read(file)}
    >
      {(props) => (
        <Button {...props} loading={importing.isBusy}>
          {t("import.choose")}
        </Button>
      )}
    </FileButton>
  );
  return (
    <Pane>
      <EmptyState
        icon={iconUpload}
        title={t("import.chooseTitle")}
        advice={t("import.chooseAdvice")}
        action={choose}
      />
      <div className={styles["about"]}>
        <h2 className={styles["heading"]}>{t("import.columns")}</h2>
        <ul className={styles["known"]}>
          {knownColumns.map((column) => (
            <li key={column}>
              <strong>{t(`import.column.${column}`)}</strong>
              <span>{t(`import.about.${column}`)}</span>
            </li>
          ))}
        </ul>
        <p className={styles["quiet"]}>{t("import.rules")}</p>
      </div>
    </Pane>
  );
}

function Checked({
  importing,
  step,
}: {
  readonly importing: Importing;
  readonly step: Extract<Importing["step"], { kind: "checked" }>;
}) {
  const { t } = useTexts();
  const { list, report } = step;
  const isClean = report.problemCount === 0;
  return (
    <Pane title={t("import.preview", { name: list.name })}>
      <ReportView report={report} />
      <div className={styles["buttons"]}>
        <Button variant="default" onClick={() => importing.back(list)}>
          {t("import.back")}
        </Button>
        <Button variant="default" onClick={importing.again}>
          {t("import.other")}
        </Button>
        <Button
          disabled={!isClean}
          loading={importing.isBusy}
          onClick={() => importing.apply(list)}
        >
          {t("import.apply", { count: report.created + report.changed })}
        </Button>
      </div>
    </Pane>
  );
}

function Steps({ importing }: { readonly importing: Importing }) {
  const { t } = useTexts();
  const { step } = importing;
  switch (step.kind) {
    case "choosing":
      return <Choosing importing={importing} />;
    case "matching":
      return <ColumnTable importing={importing} list={step.list} />;
    case "checked":
      return <Checked importing={importing} step={step} />;
    case "applied":
      return (
        <Pane title={t("import.applied")}>
          <ReportView report={step.report} />
          <div className={styles["buttons"]}>
            <Button
              variant="default"
              leftSection={<Icon paths={iconUpload} size={18} />}
              onClick={importing.again}
            >
              {t("import.other")}
            </Button>
          </div>
        </Pane>
      );
  }
}

/** People by a list: chosen, matched, tried, and only then taken. */
export function ImportPage() {
  const { t } = useTexts();
  const importing = useImport();
  return (
    <Page title={t("import.title")} lead={t("import.lead")}>
      <Steps importing={importing} />
    </Page>
  );
}
