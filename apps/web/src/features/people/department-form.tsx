import { Select, TextInput } from "@mantine/core";
import type { Department, DepartmentId } from "@veche/contracts";
import { useState } from "react";
import { DialogForm } from "../../platform/kit/dialog-form.tsx";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { branchOf, type TreeRow } from "./department-tree.ts";
import { PersonField } from "./person-field.tsx";
import { useChanging } from "./use-changing.ts";

type Place =
  | { readonly kind: "top" }
  | { readonly kind: "addBelow"; readonly department: Department }
  | { readonly kind: "edit"; readonly department: Department };

interface DepartmentFormProps {
  readonly rows: readonly TreeRow[];
  readonly place: Place;
  readonly onClose: () => void;
}

interface Draft {
  readonly name: string;
  readonly parentId: DepartmentId | null;
  readonly manager: Department["manager"];
}

function draftOf(place: Place): Draft {
  switch (place.kind) {
    case "top":
      return { name: "", parentId: null, manager: null };
    case "addBelow":
      return { name: "", parentId: place.department.id, manager: null };
    case "edit":
      return place.department;
  }
}

function ParentField({
  rows,
  place,
  value,
  onChange,
}: Pick<DepartmentFormProps, "rows" | "place"> & {
  readonly value: DepartmentId | null;
  readonly onChange: (id: DepartmentId | null) => void;
}) {
  const { t } = useTexts();
  // One cannot be put below itself.
  const own =
    place.kind === "edit"
      ? branchOf(rows, place.department.id)
      : new Set<DepartmentId>();
  const places = rows.filter(({ department }) => !own.has(department.id));
  return (
    <Select
      label={t("departments.parent")}
      placeholder={t("departments.top")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("person.clear") }}
      nothingFoundMessage={t("departments.none")}
      data={places.map(({ department, path }) => ({
        value: department.id,
        label: path,
      }))}
      value={value}
      onChange={(id) =>
        onChange(
          places.find(({ department }) => department.id === id)?.department
            .id ?? null,
        )
      }
    />
  );
}

function useSending({ place, onClose }: DepartmentFormProps) {
  const rest = useRest();
  const { t } = useTexts();
  const changing = useChanging({ onDone: onClose, done: t("saved") });
  const send = ({ name, parentId, manager }: Draft) => {
    const body = { name, parentId, managerId: manager?.id ?? null };
    changing.mutate(() =>
      place.kind === "edit"
        ? rest("updateDepartment", {
            params: { departmentId: place.department.id },
            body,
          })
        : rest("createDepartment", { body }),
    );
  };
  return { send, isBusy: changing.isPending };
}

/** Name, place and manager of a department: here it is made, renamed and moved. */
export function DepartmentForm(props: DepartmentFormProps) {
  const { rows, place, onClose } = props;
  const { t } = useTexts();
  const [draft, setDraft] = useState(() => draftOf(place));
  const [isTried, setTried] = useState(false);
  const { send, isBusy } = useSending(props);
  const name = draft.name.trim();
  const title =
    place.kind === "edit"
      ? t("departments.edit", place.department)
      : t("departments.add");
  return (
    <DialogForm
      onClose={onClose}
      title={title}
      isBusy={isBusy}
      onSubmit={() => {
        setTried(true);
        if (name !== "") send({ ...draft, name });
      }}
    >
      <TextInput
        data-autofocus
        label={t("departments.name")}
        maxLength={120}
        error={isTried && name === "" ? t("users.nameMissing") : undefined}
        value={draft.name}
        onChange={({ currentTarget }) =>
          setDraft({ ...draft, name: currentTarget.value })
        }
      />
      <ParentField
        rows={rows}
        place={place}
        value={draft.parentId}
        onChange={(parentId) => setDraft({ ...draft, parentId })}
      />
      <PersonField
        label={t("person.manager")}
        value={draft.manager}
        onChange={(manager) => setDraft({ ...draft, manager })}
      />
    </DialogForm>
  );
}
