import type { Folder } from "@veche/contracts";
import { useTexts, type Texts } from "../../../platform/texts/texts.tsx";
import type { ListFilter, TalkedOf, UnreadTotals } from "./listed.ts";
import styles from "./list.module.css";

interface ListFiltersProps {
  readonly filter: ListFilter;
  readonly folders: readonly Folder[];
  readonly applications: readonly TalkedOf[];
  readonly totals: UnreadTotals;
  readonly onChoose: (filter: ListFilter) => void;
}

/** Names a filter among the others. */
function keyOf(filter: ListFilter): string {
  switch (filter.kind) {
    case "folder":
      return filter.folderId;
    case "application":
      return `application ${filter.key}`;
    default:
      return filter.kind;
  }
}

interface Choice {
  readonly name: string;
  readonly count: number;
  readonly filter: ListFilter;
}

function choicesOf(
  { t }: Texts,
  {
    folders,
    applications,
    totals: { unread, mentions },
  }: Pick<ListFiltersProps, "folders" | "applications" | "totals">,
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
    ...applications.map(({ key, name, unread: count }) => ({
      name,
      count,
      filter: { kind: "application", key } as const,
    })),
    { name: t("chats.filter.archive"), count: 0, filter: { kind: "archive" } },
  ];
}

/** Which conversations the list shows. */
export function ListFilters(props: ListFiltersProps) {
  const { filter, onChoose } = props;
  const texts = useTexts();
  const { t } = texts;
  const choices = choicesOf(texts, props);
  return (
    <div
      className={styles["filters"]}
      role="group"
      aria-label={t("chats.filters")}
    >
      {choices.map((choice) => (
        <button
          key={keyOf(choice.filter)}
          type="button"
          className={styles["filter"]}
          aria-pressed={keyOf(filter) === keyOf(choice.filter)}
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
