import { Button, TextInput } from "@mantine/core";
import type { Folder } from "@veche/contracts";
import { iconTrash } from "@veche/ui";
import { useState } from "react";
import { EmptyState } from "../../../platform/kit/empty-state.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconArrowDown, iconArrowUp, iconFolder } from "../icons.ts";
import { useFolders } from "../list/use-folders.ts";
import { useMessenger } from "../messenger-context.tsx";
import { swapped } from "../swapped.ts";
import { ToolButton } from "../tool-button.tsx";
import { useDoing } from "../use-doing.ts";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import people from "../../../platform/people/person-list.module.css";
import styles from "./dialogs.module.css";

const longest = 60;
const foldersAtMost = 50;

interface FolderRowProps {
  readonly folder: Folder;
  readonly folders: readonly Folder[];
}

/** One folder: its name is changed where it stands. */
function FolderRow({ folder, folders }: FolderRowProps) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const [name, setName] = useState(folder.name);
  const wanted = name.trim();
  const at = folders.indexOf(folder);
  const rename = () => {
    if (wanted === "") setName(folder.name);
    else if (wanted !== folder.name)
      doing(asks.renameFolder(folder.id, wanted));
  };
  const move = (to: number) => () =>
    doing(asks.orderFolders(swapped(folders, at, to).map(({ id }) => id)));
  return (
    <li className={styles["line"]}>
      <TextInput
        className={styles["grow"]}
        aria-label={t("folders.nameOf", { name: folder.name })}
        maxLength={longest}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={({ key }) => key === "Enter" && rename()}
      />
      <ToolButton
        icon={iconArrowUp}
        iconSize={18}
        name={t("order.up", { name: folder.name })}
        disabled={at === 0}
        onClick={move(at - 1)}
      />
      <ToolButton
        icon={iconArrowDown}
        iconSize={18}
        name={t("order.down", { name: folder.name })}
        disabled={at === folders.length - 1}
        onClick={move(at + 1)}
      />
      <ToolButton
        icon={iconTrash}
        iconSize={18}
        name={t("folders.delete", { name: folder.name })}
        onClick={() => doing(asks.deleteFolder(folder.id))}
      />
    </li>
  );
}

function NewFolder() {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useDoing();
  const [name, setName] = useState("");
  const wanted = name.trim();
  return (
    <form
      className={styles["line"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== "")
          doing(asks.createFolder(wanted).then(() => setName("")));
      }}
    >
      <TextInput
        className={styles["grow"]}
        data-autofocus
        aria-label={t("folders.new")}
        placeholder={t("folders.new")}
        maxLength={longest}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={wanted === ""}>
        {t("folders.add")}
      </Button>
    </form>
  );
}

/** My folders: made, named, put in order, taken away. */
export function FoldersDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const folders = useFolders();
  return (
    <Dialog onClose={onClose} title={t("folders.title")}>
      <p className={people["detail"]}>{t("folders.about")}</p>
      {folders.length === 0 ? (
        <EmptyState
          icon={iconFolder}
          title={t("folders.empty")}
          advice={t("folders.emptyAdvice")}
        />
      ) : (
        <ul className={people["people"]} aria-label={t("folders.title")}>
          {folders.map((folder) => (
            <FolderRow
              key={`${folder.id} ${folder.name}`}
              folder={folder}
              folders={folders}
            />
          ))}
        </ul>
      )}
      {folders.length < foldersAtMost && <NewFolder />}
    </Dialog>
  );
}
