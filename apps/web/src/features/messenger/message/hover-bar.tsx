import { Menu, Popover } from "@mantine/core";
import type { MessageCreated } from "@veche/contracts";
import { iconDots, iconMoodSmile } from "@veche/ui";
import { lazy, Suspense, useState } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useStore } from "../../../platform/store/use-store.ts";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { useConversation } from "../conversation/conversation-context.tsx";
import { iconReply } from "../icons.ts";
import { useMessenger } from "../messenger-context.tsx";
import { actionsOf } from "./message-actions.ts";
import { MessageMenuItems } from "./message-menu.tsx";
import styles from "./message.module.css";

const EmojiPanel = lazy(() =>
  import("../emoji/emoji-panel.tsx").then((file) => ({
    default: file.EmojiPanel,
  })),
);

const quickCount = 3;

interface HoverBarProps {
  readonly message: MessageCreated;
  /** Something of the bar is open, so it must not go away with the pointer. */
  readonly onHold: (isHeld: { readonly isHeld: boolean }) => void;
}

function MoreEmoji({ message, onHold }: HoverBarProps) {
  const { t } = useTexts();
  const { react } = useConversation();
  const [isOpen, setOpen] = useState(false);
  const show = (opened: boolean) => {
    setOpen(opened);
    onHold({ isHeld: opened });
  };
  return (
    <Popover
      opened={isOpen}
      onChange={show}
      position="left"
      withinPortal
      trapFocus
      shadow="md"
      returnFocus
    >
      <Popover.Target>
        <button
          type="button"
          aria-label={t("msg.react")}
          title={t("msg.react")}
          aria-expanded={isOpen}
          onClick={() => show(!isOpen)}
        >
          <Icon paths={iconMoodSmile} size={18} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Suspense fallback={null}>
          <EmojiPanel
            onChoose={(emoji) => {
              react(message, emoji);
              show(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The reactions used lately, and all others. */
function QuickReactions({ message, onHold }: HoverBarProps) {
  const { t } = useTexts();
  const { preferences } = useMessenger();
  const { react } = useConversation();
  const { recentEmoji } = useStore(preferences);
  return (
    <>
      {recentEmoji.slice(0, quickCount).map((emoji) => (
        <button
          key={emoji}
          type="button"
          aria-label={t("msg.reactWith", { emoji })}
          onClick={() => react(message, emoji)}
        >
          <span className={styles["barEmoji"]}>{emoji}</span>
        </button>
      ))}
      <MoreEmoji message={message} onHold={onHold} />
    </>
  );
}

function MoreActions({ message, onHold }: HoverBarProps) {
  const { t } = useTexts();
  return (
    <Menu
      withinPortal
      position="bottom-end"
      shadow="md"
      width={220}
      onChange={(isHeld) => onHold({ isHeld })}
    >
      <Menu.Target>
        <button type="button" aria-label={t("msg.more")} title={t("msg.more")}>
          <Icon paths={iconDots} size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <MessageMenuItems message={message} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** What one does most often, at the corner of the message under the pointer or the focus. */
export function HoverBar({ message, onHold }: HoverBarProps) {
  const { t } = useTexts();
  const { me } = useMessenger();
  const { conversation, act } = useConversation();
  const mayReact =
    message.deletedAt === undefined && conversation.mine !== null;
  return (
    <div className={styles["bar"]} role="toolbar" aria-label={t("msg.actions")}>
      {mayReact && <QuickReactions message={message} onHold={onHold} />}
      {actionsOf(message, conversation, me.id).includes("reply") && (
        <button
          type="button"
          aria-label={t("msg.action.reply")}
          title={t("msg.action.reply")}
          onClick={() => act("reply", message)}
        >
          <Icon paths={iconReply} size={18} />
        </button>
      )}
      <MoreActions message={message} onHold={onHold} />
    </div>
  );
}
