import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { UserId } from "@veche/contracts";
import { useDeferredValue, useState } from "react";
import { useRest } from "../../platform/services.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { peopleKey } from "./keys.ts";

/** Somebody of the company, as far as naming them needs it. */
interface Named {
  readonly id: UserId;
  readonly name: string;
}

interface PersonFieldProps {
  readonly label: string;
  readonly value: Named | null;
  /** Cannot be chosen. */
  readonly without?: UserId;
  readonly onChange: (person: Named | null) => void;
}

/** One person, found as one types. */
export function PersonField({
  label,
  value,
  without,
  onChange,
}: PersonFieldProps) {
  const { t } = useTexts();
  const rest = useRest();
  const [typed, setTyped] = useState(value?.name ?? "");
  // What stands in the field is the chosen one's name, not a question.
  const sought = useDeferredValue(typed === value?.name ? "" : typed.trim());
  const query = useQuery({
    queryKey: [...peopleKey, sought],
    queryFn: () => rest("findPeople", { query: { text: sought } }),
  });
  const found = (query.data?.items ?? []).filter(({ id }) => id !== without);
  const known = new Map<string, Named>(found.map((one) => [one.id, one]));
  if (value !== null) known.set(value.id, value);
  return (
    <Select
      label={label}
      placeholder={t("person.notSet")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("person.clear") }}
      nothingFoundMessage={t("people.none")}
      // The server has found them, by more than their names.
      filter={({ options }) => options}
      data={[...known].map(([id, { name }]) => ({ value: id, label: name }))}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value?.id ?? null}
      onChange={(id) => onChange(id === null ? null : (known.get(id) ?? null))}
    />
  );
}
