import { Menu, Popover } from "@mantine/core";
import type { Conversation, StickerReference } from "@veche/contracts";
import { iconMoodSmile, iconPlus, type IconPaths } from "@veche/ui";
import { lazy, Suspense, useRef, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useOpening } from "../../../platform/use-opening.ts";
import {
  iconBold,
  iconCode,
  iconEye,
  iconItalic,
  iconPaperclip,
  iconSticker,
} from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { ToolButton } from "../tool-button.tsx";
import { ToolMenu } from "../tool-menu.tsx";
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

const StickerSetsDialog = lazy(() =>
  import("../stickers/sticker-sets-dialog.tsx").then((file) => ({
    default: file.StickerSetsDialog,
  })),
);

interface ComposerToolsProps {
  readonly conversation: Conversation;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onEmoji: (emoji: string) => void;
  readonly onMark: (mark: string) => void;
  readonly isHidden: boolean;
}

function FormatItems({ onMark }: Pick<ComposerToolsProps, "onMark">) {
  const { t } = useTexts();
  const { preferences } = useMessenger();
  const { sendsOnEnter, showsPreview } = useStore(preferences);
  return (
    <>
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
    </>
  );
}

interface AddItemsProps extends Pick<ComposerToolsProps, "onMark"> {
  readonly onAttach: () => void;
}

function AddItems({ onAttach, onMark }: AddItemsProps) {
  const { t } = useTexts();
  return (
    <>
      <Menu.Item
        leftSection={<Icon paths={iconPaperclip} size={16} />}
        onClick={onAttach}
      >
        {t("compose.attach")}
      </Menu.Item>
      <Menu.Divider />
      <FormatItems onMark={onMark} />
    </>
  );
}

function AddButton(props: AddItemsProps) {
  const { t } = useTexts();
  return (
    <ToolMenu
      tool={{
        icon: iconPlus,
        name: t("compose.add"),
        size: 38,
        shape: "round",
      }}
      menu={{ position: "top-start", width: 260 }}
    >
      {() => <AddItems {...props} />}
    </ToolMenu>
  );
}

function AddMenu({
  onFiles,
  onMark,
}: Pick<ComposerToolsProps, "onFiles" | "onMark">) {
  const { t } = useTexts();
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
      <AddButton onAttach={() => chooser.current?.click()} onMark={onMark} />
    </>
  );
}

type PanelKind = "emoji" | "stickers";

interface PanelProps extends Pick<
  ComposerToolsProps,
  "conversation" | "onEmoji"
> {
  readonly kind: PanelKind;
  readonly onDone: () => void;
  /** Asks for one's sticker sets, to change them. */
  readonly onArrange: () => void;
}

function Panel({ kind, conversation, onEmoji, onDone, onArrange }: PanelProps) {
  const { preferences, realtime } = useMessenger();
  const chooseEmoji = (emoji: string) => {
    preferences.emojiUsed(emoji);
    onDone();
    // One writes on: the panel would lie over the field and its suggestions.
    onEmoji(emoji);
  };
  const chooseSticker = (sticker: StickerReference) => {
    realtime.sendMessage(conversation.id, "", { sticker });
    onDone();
  };
  return (
    <Suspense fallback={null}>
      {kind === "emoji" ? (
        <EmojiPanel onChoose={chooseEmoji} />
      ) : (
        <StickerPanel onChoose={chooseSticker} onArrange={onArrange} />
      )}
    </Suspense>
  );
}

const panels = [
  { kind: "emoji", icon: iconMoodSmile },
  { kind: "stickers", icon: iconSticker },
] as const;

interface PanelButtonProps extends PanelProps {
  readonly icon: IconPaths;
  readonly name: string;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function PanelButton({
  icon,
  name,
  isOpen,
  onOpen,
  ...panel
}: PanelButtonProps) {
  const opening = useOpening(isOpen);
  const button = (
    <ToolButton
      icon={icon}
      name={name}
      size={38}
      shape="round"
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      autoFocus={isOpen}
      onClick={isOpen ? panel.onDone : onOpen}
    />
  );
  if (!opening.isMade) return button;
  return (
    <Popover
      opened={opening.isOpen}
      onChange={(opened) => (opened ? onOpen() : panel.onDone())}
      position="top-start"
      withinPortal
      trapFocus
      shadow="md"
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown p={0}>
        <Panel {...panel} />
      </Popover.Dropdown>
    </Popover>
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
  const [panel, setPanel] = useState<PanelKind | null>(null);
  const [isArranging, setArranging] = useState(false);
  if (isHidden) return null;
  return (
    <div className={styles["tools"]}>
      <AddMenu onFiles={onFiles} onMark={onMark} />
      {panels.map(({ kind, icon }) => (
        <PanelButton
          key={kind}
          kind={kind}
          icon={icon}
          name={t(`compose.${kind}`)}
          conversation={conversation}
          isOpen={panel === kind}
          onOpen={() => setPanel(kind)}
          onEmoji={onEmoji}
          onDone={() => setPanel(null)}
          onArrange={() => {
            setPanel(null);
            setArranging(true);
          }}
        />
      ))}
      {isArranging && (
        <Suspense fallback={null}>
          <StickerSetsDialog onClose={() => setArranging(false)} />
        </Suspense>
      )}
    </div>
  );
}
