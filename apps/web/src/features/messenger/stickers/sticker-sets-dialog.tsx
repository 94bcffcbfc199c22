import { Button, TextInput } from "@mantine/core";
import type { StickerSet, StickerSetId } from "@veche/contracts";
import { iconPencil, iconX } from "@veche/ui";
import { useDeferredValue, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { Loaded } from "../../../platform/kit/loaded.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { Dialog } from "../../../platform/kit/dialog.tsx";
import { iconArrowDown, iconArrowUp, iconSticker } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { SearchField } from "../../../platform/kit/search-field.tsx";
import { swapped } from "../swapped.ts";
import { ToolButton } from "../tool-button.tsx";
import { StickerPicture } from "./sticker-picture.tsx";
import { StickerSetEditor } from "./sticker-set-editor.tsx";
import {
  useSharedStickerSets,
  useStickerDoing,
  useStickerSets,
} from "./use-sticker-sets.ts";
import styles from "./stickers.module.css";

function SetName({ set }: { readonly set: StickerSet }) {
  const { t } = useTexts();
  const [first] = set.stickers;
  return (
    <>
      <span className={styles["face"]}>
        {first === undefined ? (
          <Icon paths={iconSticker} size={22} />
        ) : (
          <StickerPicture sticker={first} />
        )}
      </span>
      <span className={styles["setName"]}>
        <span>{set.title}</span>
        <span className={styles["quiet"]}>
          {t("stickers.count", { count: set.stickers.length })}
          {set.isShared && ` · ${t("stickers.isShared")}`}
        </span>
      </span>
    </>
  );
}

interface MineProps {
  readonly sets: readonly StickerSet[];
  readonly onEdit: (id: StickerSetId) => void;
}

function MySet({
  set,
  sets,
  onEdit,
}: MineProps & { readonly set: StickerSet }) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useStickerDoing();
  const at = sets.indexOf(set);
  const arrange = (wanted: readonly StickerSet[]) => () =>
    doing(asks.stickers.arrange(wanted.map(({ id }) => id)));
  const { id, title: name, isMine } = set;
  return (
    <li className={styles["set"]}>
      <SetName set={set} />
      {isMine && (
        <ToolButton
          icon={iconPencil}
          iconSize={18}
          name={t("stickers.edit", { name })}
          onClick={() => onEdit(id)}
        />
      )}
      <ToolButton
        icon={iconArrowUp}
        iconSize={18}
        name={t("order.up", { name })}
        disabled={at === 0}
        onClick={arrange(swapped(sets, at, at - 1))}
      />
      <ToolButton
        icon={iconArrowDown}
        iconSize={18}
        name={t("order.down", { name })}
        disabled={at === sets.length - 1}
        onClick={arrange(swapped(sets, at, at + 1))}
      />
      <ToolButton
        icon={iconX}
        iconSize={18}
        name={t("stickers.putAway", { name })}
        onClick={arrange(sets.filter((one) => one !== set))}
      />
    </li>
  );
}

function NewSet({ onEdit }: Pick<MineProps, "onEdit">) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useStickerDoing();
  const [title, setTitle] = useState("");
  const wanted = title.trim();
  const make = async () => {
    const { id } = await asks.stickers.make(wanted);
    setTitle("");
    onEdit(id);
  };
  return (
    <form
      className={styles["newSet"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== "") doing(make());
      }}
    >
      <TextInput
        className={styles["grow"]}
        aria-label={t("stickers.newTitle")}
        placeholder={t("stickers.newTitle")}
        maxLength={80}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Button type="submit" disabled={wanted === ""}>
        {t("stickers.make")}
      </Button>
    </form>
  );
}

/** Sets of others, and my own that I put away. */
function SharedSets({ mine }: { readonly mine: readonly StickerSet[] }) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useStickerDoing();
  const [text, setText] = useState("");
  const query = useSharedStickerSets(useDeferredValue(text.trim()));
  const take = (set: StickerSet) => () =>
    doing(asks.stickers.arrange([...mine, set].map(({ id }) => id)));
  const held = new Set(mine.map(({ id }) => id));
  return (
    <section aria-label={t("stickers.shared")}>
      <h3 className={styles["title"]}>{t("stickers.shared")}</h3>
      <SearchField
        label={t("stickers.search")}
        value={text}
        onChange={setText}
      />
      <Loaded query={query}>
        {(sets) => (
          <ul className={styles["list"]}>
            {sets
              .filter(({ id }) => !held.has(id))
              .map((set) => (
                <li key={set.id} className={styles["set"]}>
                  <SetName set={set} />
                  <Button size="compact-sm" onClick={take(set)}>
                    {t("stickers.take")}
                  </Button>
                </li>
              ))}
            {sets.every(({ id }) => held.has(id)) && (
              <li className={styles["quiet"]}>{t("stickers.noneShared")}</li>
            )}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

function AllSets({ sets, onEdit }: MineProps) {
  const { t } = useTexts();
  return (
    <>
      <section aria-label={t("stickers.mine")}>
        <h3 className={styles["title"]}>{t("stickers.mine")}</h3>
        <ul className={styles["list"]}>
          {sets.map((set) => (
            <MySet key={set.id} set={set} sets={sets} onEdit={onEdit} />
          ))}
          {sets.length === 0 && (
            <li className={styles["quiet"]}>{t("stickers.noneMine")}</li>
          )}
        </ul>
        <NewSet onEdit={onEdit} />
      </section>
      <SharedSets mine={sets} />
    </>
  );
}

/** Sticker sets: one's own are made and changed, others' are taken, all are put in order. */
export function StickerSetsDialog({
  onClose,
}: {
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const query = useStickerSets();
  const [editedId, setEditedId] = useState<StickerSetId | null>(null);
  const edited = query.data?.find(({ id }) => id === editedId);
  return (
    <Dialog
      onClose={onClose}
      title={edited === undefined ? t("stickers.title") : edited.title}
      size="lg"
    >
      <Loaded query={query}>
        {(sets) =>
          edited === undefined ? (
            <AllSets sets={sets} onEdit={setEditedId} />
          ) : (
            <StickerSetEditor
              key={edited.id}
              set={edited}
              onBack={() => setEditedId(null)}
            />
          )
        }
      </Loaded>
    </Dialog>
  );
}
