import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { DepartmentId } from "@veche/contracts";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { departmentTree } from "./department-tree.ts";
import { departmentsKey } from "./keys.ts";

interface DepartmentFieldProps {
  /** Without it the placeholder names the field. */
  readonly label?: string;
  readonly value: DepartmentId | null;
  readonly onChange: (id: DepartmentId | null) => void;
  readonly placeholder?: string;
}

export function useDepartments() {
  const rest = useRest();
  return useQuery({
    queryKey: departmentsKey,
    queryFn: () => rest("listDepartments", {}),
  });
}

/** A department by its whole path, as two may have one name. */
export function DepartmentField({
  label,
  value,
  onChange,
  placeholder,
}: DepartmentFieldProps) {
  const { t } = useTexts();
  const query = useDepartments();
  const rows = departmentTree(query.data?.items ?? []);
  return (
    <Select
      label={label}
      aria-label={label ?? placeholder}
      placeholder={placeholder ?? t("person.notSet")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("person.clear") }}
      nothingFoundMessage={t("departments.none")}
      data={rows.map(({ department, path }) => ({
        value: department.id,
        label: path,
      }))}
      value={value}
      onChange={(id) =>
        onChange(
          rows.find(({ department }) => department.id === id)?.department.id ??
            null,
        )
      }
    />
  );
}
