import type { Conversation } from "@veche/contracts";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { iconArrowDown } from "../icons.ts";
import styles from "./conversation.module.css";

/** Back to the newest message, with how many wait there. */
export function ToEnd({
  conversation,
  onPress,
}: {
  readonly conversation: Conversation;
  readonly onPress: () => void;
}) {
  const { t } = useTexts();
  const { unreadCount } = conversation;
  const name =
    unreadCount > 0
      ? t("chats.toEndUnread", { count: unreadCount })
      : t("chats.toEnd");
  return (
    <button
      type="button"
      className={styles["toEnd"]}
      onClick={onPress}
      aria-label={name}
      title={name}
    >
      <Icon paths={iconArrowDown} />
      {unreadCount > 0 && (
        <span className={styles["toEndCount"]}>
          {unreadCount > 99 ? "99+" : unreadCount}
        </span>
      )}
    </button>
  );
}
