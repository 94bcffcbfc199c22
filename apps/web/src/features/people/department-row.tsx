import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { iconPencil, iconPlus, iconTrash, type IconPaths } from "@veche/ui";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { TreeRow } from "./department-tree.ts";
import styles from "./directory.module.css";

export type DepartmentTask = "addBelow" | "edit" | "people" | "remove";

interface DepartmentRowProps {
  readonly row: TreeRow;
  readonly onTask: (task: DepartmentTask) => void;
}

interface ToolProps {
  readonly words: string;
  readonly icon: IconPaths;
  readonly onPress: () => void;
}

function Tool({ words, icon, onPress }: ToolProps) {
  return (
    <Tooltip label={words}>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={words}
        onClick={onPress}
      >
        <Icon paths={icon} size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

/** How deep the screen still shows it. */
const deepest = 6;

export function DepartmentRow({ row, onTask }: DepartmentRowProps) {
  const { t } = useTexts();
  const { department, level, path, peopleInAll, hasBelow } = row;
  const { name, manager, peopleCount } = department;
  const mayGo = !hasBelow && peopleCount === 0;
  return (
    <li className={styles["branch"]} data-level={Math.min(level, deepest)}>
      <span className={styles["grow"]}>
        <span className={styles["name"]} title={path}>
          {name}
        </span>
        <span className={styles["detail"]}>
          {manager === null
            ? t("departments.noManager")
            : t("departments.managedBy", { name: manager.name })}
        </span>
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t("departments.peopleOf", { name, count: peopleInAll })}
        onClick={() => onTask("people")}
      >
        {t("departments.people", { count: peopleInAll })}
      </Button>
      <Tool
        words={t("departments.addBelow", { name })}
        icon={iconPlus}
        onPress={() => onTask("addBelow")}
      />
      <Tool
        words={t("departments.edit", { name })}
        icon={iconPencil}
        onPress={() => onTask("edit")}
      />
      {mayGo && (
        <Tool
          words={t("departments.remove", { name })}
          icon={iconTrash}
          onPress={() => onTask("remove")}
        />
      )}
    </li>
  );
}
