import { Button } from "@mantine/core";
import type { Department } from "@veche/contracts";
import { Dialog } from "../../platform/kit/dialog.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useChanging } from "./use-changing.ts";
import styles from "./directory.module.css";

/** An empty department goes when one is sure of it. */
export function DepartmentRemoval({
  department,
  onClose,
}: {
  readonly department: Department;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const rest = useRest();
  const changing = useChanging({ onDone: onClose });
  return (
    <Dialog onClose={onClose} title={t("departments.remove", department)}>
      <div className={styles["form"]}>
        <p className={styles["text"]}>{t("departments.removeAdvice")}</p>
        <div className={styles["buttons"]}>
          <Button variant="default" onClick={onClose}>
            {t("action.cancel")}
          </Button>
          <Button
            color="red"
            loading={changing.isPending}
            onClick={() =>
              changing.mutate(() =>
                rest("deleteDepartment", {
                  params: { departmentId: department.id },
                }),
              )
            }
          >
            {t("departments.removeYes")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
