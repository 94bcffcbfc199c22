import { Button, FileButton, Popover, Switch, TextInput } from "@mantine/core";
import type { StickerReference, StickerSet } from "@veche/contracts";
import {
  iconChevronLeft,
  iconChevronRight,
  iconTrash,
  iconUpload,
} from "@veche/ui";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useMessenger } from "../messenger-context.tsx";
import { swapped } from "../swapped.ts";
import { ToolButton } from "../tool-button.tsx";
import { StickerPicture } from "./sticker-picture.tsx";
import { useStickerDoing } from "./use-sticker-sets.ts";
import styles from "./stickers.module.css";

const EmojiPanel = lazy(() =>
  import("../emoji/emoji-panel.tsx").then((file) => ({
    default: file.EmojiPanel,
  })),
);

interface SetProps {
  readonly set: StickerSet;
}

function Naming({ set }: SetProps) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useStickerDoing();
  const [title, setTitle] = useState(set.title);
  const wanted = title.trim();
  const rename = () => {
    if (wanted === "") setTitle(set.title);
    else if (wanted !== set.title)
      doing(asks.stickers.change(set.id, { title: wanted }));
  };
  return (
    <>
      <TextInput
        label={t("stickers.setTitle")}
        maxLength={80}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={({ key }) => key === "Enter" && rename()}
      />
      <Switch
        mt="sm"
        label={t("stickers.share")}
        description={t("stickers.shareAbout")}
        checked={set.isShared}
        onChange={() =>
          doing(asks.stickers.change(set.id, { isShared: !set.isShared }))
        }
      />
    </>
  );
}

function Sticker({
  set,
  sticker,
}: SetProps & { readonly sticker: StickerReference }) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useStickerDoing();
  const { stickers } = set;
  const at = stickers.indexOf(sticker);
  const name = t("msg.sticker", { emoji: sticker.emoji });
  const move = (to: number) => () =>
    doing(
      asks.stickers.change(set.id, {
        stickerIds: swapped(stickers, at, to).map(({ stickerId }) => stickerId),
      }),
    );
  return (
    <li className={styles["own"]} aria-label={name}>
      <StickerPicture sticker={sticker} />
      <span className={styles["ownEmoji"]}>{sticker.emoji}</span>
      <span className={styles["ownTools"]}>
        <ToolButton
          icon={iconChevronLeft}
          iconSize={16}
          size={24}
          name={t("stickers.earlier", { name })}
          disabled={at === 0}
          onClick={move(at - 1)}
        />
        <ToolButton
          icon={iconTrash}
          iconSize={16}
          size={24}
          name={t("stickers.takeOut", { name })}
          onClick={() =>
            doing(asks.stickers.takeOut(set.id, sticker.stickerId))
          }
        />
        <ToolButton
          icon={iconChevronRight}
          iconSize={16}
          size={24}
          name={t("stickers.later", { name })}
          disabled={at === stickers.length - 1}
          onClick={move(at + 1)}
        />
      </span>
    </li>
  );
}

/** Which emoji the next stickers say. */
function EmojiChoice({
  emoji,
  onChoose,
}: {
  readonly emoji: string;
  readonly onChoose: (emoji: string) => void;
}) {
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="top-start"
      withinPortal
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <Button
          variant="default"
          aria-label={t("stickers.emoji", { emoji })}
          title={t("stickers.emoji", { emoji })}
          onClick={() => setOpen(!isOpen)}
        >
          {emoji}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Suspense fallback={null}>
          <EmojiPanel
            onChoose={(one) => {
              onChoose(one);
              setOpen(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

function useAdding({ id }: StickerSet, emoji: string) {
  const { asks, uploads } = useMessenger();
  const doing = useStickerDoing();
  const [left, setLeft] = useState(0);
  const addAll = async (files: readonly File[]) => {
    // One after the other: they stand in the set as they were chosen.
    for (const [index, file] of files.entries()) {
      setLeft(files.length - index);
      const { fileId } = await uploads.bring(file);
      await asks.stickers.add(id, { fileId, emoji });
    }
  };
  return {
    left,
    add: (files: readonly File[]) => {
      doing(addAll(files).finally(() => setLeft(0)));
    },
  };
}

function Adding({ set }: SetProps) {
  const { t } = useTexts();
  const [emoji, setEmoji] = useState("🙂");
  const { left, add } = useAdding(set, emoji);
  return (
    <div className={styles["newSet"]}>
      <EmojiChoice emoji={emoji} onChoose={setEmoji} />
      <FileButton
        multiple
        accept="image/png,image/webp,image/gif,image/jpeg"
        inputProps={{ "aria-label": t("stickers.add") }}
        onChange={add}
      >
        {(button) => (
          <Button
            {...button}
            loading={left > 0}
            leftSection={<Icon paths={iconUpload} size={16} />}
          >
            {t("stickers.add")}
          </Button>
        )}
      </FileButton>
      <span className={styles["quiet"]}>{t("stickers.addAbout")}</span>
    </div>
  );
}

/** One's own set: its name, its stickers, and who finds it. */
export function StickerSetEditor({
  set,
  onBack,
}: SetProps & { readonly onBack: () => void }) {
  const { t } = useTexts();
  const { asks } = useMessenger();
  const doing = useStickerDoing();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Naming set={set} />
      <ul className={styles["ownGrid"]} aria-label={t("stickers.inSet")}>
        {set.stickers.map((sticker) => (
          <Sticker key={sticker.stickerId} set={set} sticker={sticker} />
        ))}
      </ul>
      {set.stickers.length === 0 && (
        <p className={styles["quiet"]}>{t("stickers.emptySet")}</p>
      )}
      <Adding set={set} />
      <div className={styles["foot"]}>
        {isAsked ? (
          <Button
            color="red"
            onClick={() => doing(asks.stickers.remove(set.id).then(onBack))}
          >
            {t("stickers.deleteForGood")}
          </Button>
        ) : (
          <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
            {t("stickers.delete")}
          </Button>
        )}
        <Button variant="default" onClick={onBack}>
          {t("stickers.back")}
        </Button>
      </div>
    </>
  );
}
