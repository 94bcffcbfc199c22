import { ActionIcon, Menu, Popover } from "@mantine/core";
import type { Conversation } from "@veche/contracts";
import { iconMoodSmile, iconPlus } from "@veche/ui";
import { lazy, Suspense, useRef, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import {
  iconBold,
  iconCode,
  iconEye,
  iconItalic,
  iconPaperclip,
  iconSticker,
} from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import styles from "./composer.module.css";

const EmojiPanel = lazy(() =>
  import("../emoji/emoji-panel.tsx").then((file) => ({
    default: file.EmojiPanel,
  })),
);
const StickerPanel = lazy(() =>
  import("../stickers/sticker-panel.tsx").then((file) => ({
    default: file.StickerPanel,
  })),
);

interface ComposerToolsProps {
  readonly conversation: Conversation;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onEmoji: (emoji: string) => void;
  readonly onMark: (mark: string) => void;
  readonly isHidden: boolean;
}

function AddMenu({
  onFiles,
  onMark,
}: Pick<ComposerToolsProps, "onFiles" | "onMark">) {
  const { t } = useTexts();
  const { preferences } = useMessenger();
  const { sendsOnEnter, showsPreview } = useStore(preferences);
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label={t("compose.attach")}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = "";
        }}
      />
      <Menu withinPortal position="top-start" shadow="md" width={260}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={38}
            radius="xl"
            aria-label={t("compose.add")}
            title={t("compose.add")}
          >
            <Icon paths={iconPlus} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<Icon paths={iconPaperclip} size={16} />}
            onClick={() => chooser.current?.click()}
          >
            {t("compose.attach")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<Icon paths={iconBold} size={16} />}
            rightSection={<kbd>Ctrl B</kbd>}
            onClick={() => onMark("**")}
          >
            {t("compose.bold")}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon paths={iconItalic} size={16} />}
            rightSection={<kbd>Ctrl I</kbd>}
            onClick={() => onMark("_")}
          >
            {t("compose.italic")}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon paths={iconCode} size={16} />}
            rightSection={<kbd>Ctrl E</kbd>}
            onClick={() => onMark("`")}
          >
            {t("compose.code")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<Icon paths={iconEye} size={16} />}
            onClick={() => preferences.change({ showsPreview: !showsPreview })}
          >
            {t(showsPreview ? "compose.hidePreview" : "compose.showPreview")}
          </Menu.Item>
          <Menu.Item
            onClick={() => preferences.change({ sendsOnEnter: !sendsOnEnter })}
          >
            {t(sendsOnEnter ? "compose.sendByControl" : "compose.sendByEnter")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** What is put into a message beside words. */
export function ComposerTools({
  conversation,
  onFiles,
  onEmoji,
  onMark,
  isHidden,
}: ComposerToolsProps) {
  const { t } = useTexts();
  const { preferences, realtime } = useMessenger();
  const [panel, setPanel] = useState<"emoji" | "stickers" | null>(null);
  if (isHidden) return null;
  const tools = [
    { kind: "emoji", icon: iconMoodSmile, name: t("compose.emoji") },
    { kind: "stickers", icon: iconSticker, name: t("compose.stickers") },
  ] as const;
  return (
    <div className={styles["tools"]}>
      <AddMenu onFiles={onFiles} onMark={onMark} />
      {tools.map(({ kind, icon, name }) => (
        <Popover
          key={kind}
          opened={panel === kind}
          onChange={(isOpen) => setPanel(isOpen ? kind : null)}
          position="top-start"
          withinPortal
          trapFocus
          shadow="md"
        >
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={38}
              radius="xl"
              aria-label={name}
              title={name}
              aria-expanded={panel === kind}
              onClick={() => setPanel(panel === kind ? null : kind)}
            >
              <Icon paths={icon} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown p={0}>
            <Suspense fallback={null}>
              {kind === "emoji" ? (
                <EmojiPanel
                  onChoose={(emoji) => {
                    preferences.emojiUsed(emoji);
                    onEmoji(emoji);
                  }}
                />
              ) : (
                <StickerPanel
                  onChoose={(sticker) => {
                    realtime.sendMessage(conversation.id, "", { sticker });
                    setPanel(null);
                  }}
                />
              )}
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      ))}
    </div>
  );
}
