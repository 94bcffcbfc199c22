import type { Folder } from "@veche/contracts";
import { useTexts, type Texts } from "../../../platform/texts/texts.tsx";
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

interface Choice {
  readonly name: string;
  readonly count: number;
  readonly filter: ListFilter;
}

function choicesOf(
  { t }: Texts,
  folders: readonly Folder[],
  { unread, mentions }: UnreadTotals,
): readonly Choice[] {
  return [
    { name: t("chats.filter.all"), count: 0, filter: { kind: "all" } },
    {
      name: t("chats.filter.unread"),
      count: unread,
      filter: { kind: "unread" },
    },
    {
      name: t("chats.filter.mentions"),
      count: mentions,
      filter: { kind: "mentions" },
    },
    ...folders.map(({ id, name }) => ({
      name,
      count: 0,
      filter: { kind: "folder", folderId: id } as const,
    })),
    { name: t("chats.filter.archive"), count: 0, filter: { kind: "archive" } },
  ];
}

/** Which conversations the list shows. */
export function ListFilters({
  filter,
  folders,
  totals,
  onChoose,
}: ListFiltersProps) {
  const texts = useTexts();
  const { t } = texts;
  const choices = choicesOf(texts, folders, totals);
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
