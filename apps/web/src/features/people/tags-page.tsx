import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Tag } from "@veche/contracts";
import { iconChevronLeft, iconPlus, iconTag } from "@veche/ui";
import { useState } from "react";
import { EmptyState } from "../../platform/kit/empty-state.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { Loaded } from "../../platform/kit/loaded.tsx";
import { Page, Pane } from "../../platform/kit/page.tsx";
import { useMe } from "../../platform/me.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import { TagForm } from "./tag-form.tsx";
import { TagPeople } from "./tag-people.tsx";
import { TagRow, type TagTask } from "./tag-row.tsx";
import { TagRemoval } from "./tag-removal.tsx";
import { useTags } from "./use-tags.ts";
import styles from "./directory.module.css";

type Open =
  | { readonly kind: "nothing" }
  | { readonly kind: "new" }
  | { readonly kind: TagTask; readonly tag: Tag };

interface ListProps {
  readonly tags: readonly Tag[];
  readonly onTask: (task: TagTask, tag: Tag) => void;
}

function TagList({ tags, onTask }: ListProps) {
  const { t } = useTexts();
  const me = useMe();
  const mayChange = ({ isShared }: Tag) =>
    !isShared || me.roles.includes("admin");
  if (tags.length === 0)
    return (
      <EmptyState
        icon={iconTag}
        title={t("tags.empty")}
        advice={t("tags.emptyAdvice")}
      />
    );
  return (
    <ul className={styles["tree"]} aria-label={t("tags.title")}>
      {tags.map((tag) => (
        <TagRow
          key={tag.id}
          tag={tag}
          mayChange={mayChange(tag)}
          onTask={(task) => onTask(task, tag)}
        />
      ))}
    </ul>
  );
}

function OpenDialog({
  open,
  onClose,
}: {
  readonly open: Open;
  readonly onClose: () => void;
}) {
  switch (open.kind) {
    case "nothing":
      return null;
    case "new":
      return <TagForm tag={undefined} onClose={onClose} />;
    case "rename":
      return <TagForm tag={open.tag} onClose={onClose} />;
    case "people":
      return <TagPeople tag={open.tag} onClose={onClose} />;
    case "remove":
      return <TagRemoval tag={open.tag} onClose={onClose} />;
  }
}

function Actions({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTexts();
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon paths={iconChevronLeft} size={18} />}
        renderRoot={(props) => <Link {...props} to="/people" />}
      >
        {t("people.title")}
      </Button>
      <Button leftSection={<Icon paths={iconPlus} size={18} />} onClick={onAdd}>
        {t("tags.add")}
      </Button>
    </>
  );
}

/** Names for several people: everybody's, and my own (C11, C20). */
export function TagsPage() {
  const { t } = useTexts();
  const [open, setOpen] = useState<Open>({ kind: "nothing" });
  const query = useTags();
  return (
    <Page
      title={t("tags.title")}
      lead={t("tags.lead")}
      actions={<Actions onAdd={() => setOpen({ kind: "new" })} />}
    >
      <Pane>
        <Loaded query={query}>
          {({ items }) => (
            <TagList
              tags={items}
              onTask={(kind, tag) => setOpen({ kind, tag })}
            />
          )}
        </Loaded>
      </Pane>
      <OpenDialog open={open} onClose={() => setOpen({ kind: "nothing" })} />
    </Page>
  );
}
