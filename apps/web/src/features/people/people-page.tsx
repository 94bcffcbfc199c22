import { Button, Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { DepartmentId, TagId } from "@veche/contracts";
import { iconTag, iconUsers } from "@veche/ui";
import { useDeferredValue, useState } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { SearchField } from "../../platform/kit/search-field.tsx";
import { MorePeople } from "../../platform/people/more-people.tsx";
import { usePeople } from "../../platform/people/use-people.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import { DepartmentField } from "./department-field.tsx";
import { PersonRow } from "./person-row.tsx";
import { useTags } from "./use-tags.ts";
import styles from "./directory.module.css";

interface Filters {
  readonly text: string;
  readonly departmentId: DepartmentId | null;
  readonly tagId: TagId | null;
}

interface FiltersProps {
  readonly filters: Filters;
  readonly change: (part: Partial<Filters>) => void;
}

function FilterBar({ filters, change }: FiltersProps) {
  const { t } = useTexts();
  const tags = useTags().data?.items ?? [];
  return (
    <div className={styles["filters"]}>
      <div className={styles["find"]}>
        <SearchField
          label={t("people.find")}
          value={filters.text}
          onChange={(text) => change({ text })}
        />
      </div>
      <DepartmentField
        value={filters.departmentId}
        placeholder={t("people.anyDepartment")}
        onChange={(departmentId) => change({ departmentId })}
      />
      <Select
        aria-label={t("people.tag")}
        placeholder={t("people.anyTag")}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("person.clear") }}
        nothingFoundMessage={t("tags.none")}
        data={tags.map(({ id, name }) => ({ value: id, label: `#${name}` }))}
        value={filters.tagId}
        onChange={(chosen) =>
          change({ tagId: tags.find(({ id }) => id === chosen)?.id ?? null })
        }
      />
    </div>
  );
}

function Found({ text, departmentId, tagId }: Filters) {
  const { t } = useTexts();
  const query = usePeople({ text, departmentId, tagId });
  return (
    <Loaded query={query}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState
            icon={iconUsers}
            title={t("people.nobody")}
            advice={t("people.nobodyAdvice")}
          />
        ) : (
          <>
            <ul className={styles["rows"]} aria-label={t("people.title")}>
              {items.map((person) => (
                <PersonRow key={person.id} person={person} />
              ))}
            </ul>
            <MorePeople query={query} />
          </>
        )
      }
    </Loaded>
  );
}

/** Everybody of the company, found by anything on their cards (C20). */
export function PeoplePage() {
  const { t } = useTexts();
  const [filters, setFilters] = useState<Filters>({
    text: "",
    departmentId: null,
    tagId: null,
  });
  const text = useDeferredValue(filters.text.trim());
  const tags = (
    <Button
      variant="default"
      leftSection={<Icon paths={iconTag} size={18} />}
      renderRoot={(props) => <Link {...props} to="/tags" />}
    >
      {t("tags.title")}
    </Button>
  );
  return (
    <Page title={t("people.title")} lead={t("people.lead")} actions={tags}>
      <FilterBar
        filters={filters}
        change={(part) => setFilters({ ...filters, ...part })}
      />
      <Pane>
        <Found {...filters} text={text} />
      </Pane>
    </Page>
  );
}
