import type { Department } from "@veche/contracts";
import { Question } from "../../platform/kit/question.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { useChanging } from "./use-changing.ts";

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
    <Question
      title={t("departments.remove", department)}
      advice={t("departments.removeAdvice")}
      yes={t("departments.removeYes")}
      isBusy={changing.isPending}
      onYes={() =>
        changing.mutate(() =>
          rest("deleteDepartment", {
            params: { departmentId: department.id },
          }),
        )
      }
      onClose={onClose}
    />
  );
}
