import type { Folder } from "../asks.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import type { ListFilter, UnreadTotals } from "./listed.ts";
import styles from "./list.module.css";

interface ListFiltersProps {
  readonly filter: ListFilter;
  readonly folders: readonly Folder[];
  readonly totals: UnreadTotals;
  readonly onChoose: (filter: ListFilter) => void;
}

const isSame = (one: ListFilter, other: ListFilter): boolean =>
  one.kind === "folder" && other.kind === "folder"
    ? one.folderId === other.folderId
    : one.kind === other.kind;

/** Which conversations the list shows. */
export function ListFilters({
  filter,
  folders,
  totals,
  onChoose,
}: ListFiltersProps) {
  const { t } = useTexts();
  const counts = {
    all: 0,
    unread: totals.unread,
    mentions: totals.mentions,
    archive: 0,
  };
  const kinds = ["all", "unread", "mentions"] as const;
  const choices: readonly {
    name: string;
    count: number;
    filter: ListFilter;
  }[] = [
    ...kinds.map((kind) => ({
      name: t(`chats.filter.${kind}`),
      count: counts[kind],
      filter: { kind } as const,
    })),
    ...folders.map(({ id, name }) => ({
      name,
      count: 0,
      filter: { kind: "folder", folderId: id } as const,
    })),
    { name: t("chats.filter.archive"), count: 0, filter: { kind: "archive" } },
  ];
  return (
    <div
      className={styles["filters"]}
      role="group"
      aria-label={t("chats.filters")}
    >
      {choices.map((choice) => (
        <button
          key={
            choice.filter.kind === "folder"
              ? choice.filter.folderId
              : choice.filter.kind
          }
          type="button"
          className={styles["filter"]}
          aria-pressed={isSame(filter, choice.filter)}
          onClick={() => onChoose(choice.filter)}
        >
          {choice.name}
          {choice.count > 0 && (
            <span className={styles["filterCount"]}>{choice.count}</span>
          )}
        </button>
      ))}
    </div>
  );
}
