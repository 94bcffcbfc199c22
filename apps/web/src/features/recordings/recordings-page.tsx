import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { iconPlayerRecord, iconSearch } from "@veche/ui";
import { useState, type ReactNode } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { RecordingTable, type RecordingNames } from "./recording-table.tsx";
import {
  noFilters,
  useRecordings,
  type RecordingFilters,
} from "./use-recordings.ts";
import styles from "./recordings.module.css";

const typingPauseMs = 300;

interface RecordingsPageProps extends RecordingNames {
  /** Stands at the right of the title. */
  readonly actions?: ReactNode;
}

interface FilterBarProps extends Pick<RecordingsPageProps, "conversations"> {
  readonly filters: RecordingFilters;
  readonly onChange: (filters: RecordingFilters) => void;
}

interface HeldOnlyProps extends Pick<FilterBarProps, "filters"> {
  readonly change: (part: Partial<RecordingFilters>) => void;
}

function HeldOnly({ filters, change }: HeldOnlyProps) {
  const { t } = useTexts();
  return (
    <Checkbox
      className={styles["held"]}
      label={t("recordings.heldOnly")}
      checked={filters.isHeld}
      onChange={({ currentTarget }) =>
        change({ isHeld: currentTarget.checked })
      }
    />
  );
}

function FilterBar({ conversations, filters, onChange }: FilterBarProps) {
  const { t } = useTexts();
  const change: HeldOnlyProps["change"] = (part) =>
    onChange({ ...filters, ...part });
  return (
    <div className={styles["filters"]} role="search">
      <TextInput
        className={styles["text"]}
        label={t("recordings.person")}
        leftSection={<Icon paths={iconSearch} size={18} />}
        maxLength={100}
        value={filters.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <Select
        className={styles["text"]}
        label={t("recordings.conversation")}
        placeholder={t("recordings.anyConversation")}
        searchable
        clearable
        value={filters.conversationId}
        data={conversations.map(({ id, title }) => ({
          value: id,
          label: title,
        }))}
        onChange={(chosen) =>
          change({
            conversationId:
              conversations.find(({ id }) => id === chosen)?.id ?? null,
          })
        }
      />
      <TextInput
        type="date"
        label={t("recordings.until")}
        value={filters.untilDay}
        onChange={({ currentTarget }) =>
          change({ untilDay: currentTarget.value })
        }
      />
      <HeldOnly {...{ filters, change }} />
    </div>
  );
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTexts();
  return (
    <EmptyState
      icon={isFiltered ? iconSearch : iconPlayerRecord}
      title={t(isFiltered ? "recordings.nothing" : "recordings.none")}
      advice={t(
        isFiltered ? "recordings.nothingAdvice" : "recordings.noneAdvice",
      )}
    />
  );
}

/** Recordings of calls that one may watch. */
export function RecordingsPage(props: RecordingsPageProps) {
  const { t } = useTexts();
  const { conversations, linkTo, actions } = props;
  const [filters, setFilters] = useState(noFilters);
  const [settled] = useDebouncedValue(filters, typingPauseMs);
  const query = useRecordings(settled);
  const more = query.hasNextPage && (
    <Button
      variant="default"
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {t("recordings.more")}
    </Button>
  );
  return (
    <Page
      title={t("recordings.title")}
      lead={t("recordings.lead")}
      actions={actions}
    >
      <FilterBar {...{ conversations, filters, onChange: setFilters }} />
      <Pane>
        <Loaded query={query}>
          {({ pages }) => {
            const recordings = pages.flatMap((page) => page.recordings);
            return recordings.length === 0 ? (
              <Nothing isFiltered={settled !== noFilters} />
            ) : (
              <RecordingTable
                {...{ recordings, conversations, linkTo }}
                foot={more}
              />
            );
          }}
        </Loaded>
      </Pane>
    </Page>
  );
}
