import { ActionIcon, Button } from "@mantine/core";
import type { Tag } from "@veche/contracts";
import { iconPencil, iconTrash } from "@veche/ui";
import { Chip } from "../../platform/kit/chip.tsx";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import styles from "./directory.module.css";

export type TagTask = "rename" | "people" | "remove";

interface TagRowProps {
  readonly tag: Tag;
  readonly mayChange: boolean;
  readonly onTask: (task: TagTask) => void;
}

export function TagRow({ tag, mayChange, onTask }: TagRowProps) {
  const { t } = useTexts();
  const { name, isShared, peopleCount } = tag;
  return (
    <li className={styles["branch"]}>
      <span className={styles["grow"]}>
        <span className={styles["tagName"]}>#{name}</span>
      </span>
      <Chip tone={isShared ? "accent" : "quiet"}>
        {t(isShared ? "tags.shared" : "tags.own")}
      </Chip>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("tags.peopleOf", { name, count: peopleCount })}
        onClick={() => onTask("people")}
      >
        {t("tags.people", { count: peopleCount })}
      </Button>
      {mayChange && (
        <>
          <ActionIcon
            variant="subtle"
            size="lg"
            aria-label={t("tags.rename", { name })}
            onClick={() => onTask("rename")}
          >
            <Icon paths={iconPencil} size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t("tags.remove", { name })}
            onClick={() => onTask("remove")}
          >
            <Icon paths={iconTrash} size={18} />
          </ActionIcon>
        </>
      )}
    </li>
  );
}
