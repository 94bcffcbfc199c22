import { Button } from "@mantine/core";
import type { Department } from "@veche/contracts";
import { iconPlus, iconSitemap } from "@veche/ui";
import { useState } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useDepartments } from "./department-field.tsx";
import { DepartmentForm } from "./department-form.tsx";
import { DepartmentPeople } from "./department-people.tsx";
import { DepartmentRemoval } from "./department-removal.tsx";
import { DepartmentRow, type DepartmentTask } from "./department-row.tsx";
import { departmentTree, type TreeRow } from "./department-tree.ts";
import styles from "./directory.module.css";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "new" }
  | { readonly kind: DepartmentTask; readonly department: Department };

interface TreeProps {
  readonly rows: readonly TreeRow[];
  readonly onTask: (kind: DepartmentTask, department: Department) => void;
}

function Tree({ rows, onTask }: TreeProps) {
  const { t } = useTexts();
  if (rows.length === 0)
    return (
      <EmptyState
        icon={iconSitemap}
        title={t("departments.empty")}
        advice={t("departments.emptyAdvice")}
      />
    );
  return (
    <ul className={styles["tree"]} aria-label={t("departments.title")}>
      {rows.map((row) => (
        <DepartmentRow
          key={row.department.id}
          row={row}
          onTask={(task) => onTask(task, row.department)}
        />
      ))}
    </ul>
  );
}

interface OpenDialogProps {
  readonly open: Open;
  readonly rows: readonly TreeRow[];
  readonly onClose: () => void;
}

function OpenDialog({ open, rows, onClose }: OpenDialogProps) {
  switch (open.kind) {
    case "nothing":
      return null;
    case "new":
      return (
        <DepartmentForm rows={rows} place={{ kind: "top" }} onClose={onClose} />
      );
    case "addBelow":
    case "edit":
      return (
        <DepartmentForm
          rows={rows}
          place={{ kind: open.kind, department: open.department }}
          onClose={onClose}
        />
      );
    case "people":
      return (
        <DepartmentPeople department={open.department} onClose={onClose} />
      );
    case "remove":
      return (
        <DepartmentRemoval department={open.department} onClose={onClose} />
      );
  }
}

/** The company's tree: who is under whom, and who works where. */
export function DepartmentsPage() {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const query = useDepartments();
  const rows = departmentTree(query.data?.items ?? []);
  const add = (
    <Button
      leftSection={<Icon paths={iconPlus} size={18} />}
      onClick={() => setOpen({ kind: "new" })}
    >
      {t("departments.add")}
    </Button>
  );
  return (
    <Page
      title={t("departments.title")}
      lead={t("departments.lead")}
      actions={add}
    >
      <Pane>
        <Loaded query={query}>
          {() => (
            <Tree
              rows={rows}
              onTask={(kind, department) => setOpen({ kind, department })}
            />
          )}
        </Loaded>
      </Pane>
      <OpenDialog
        open={open}
        rows={rows}
        onClose={() => setOpen({ kind: "nothing" })}
      />
    </Page>
  );
}
