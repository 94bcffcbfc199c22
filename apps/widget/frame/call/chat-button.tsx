import { iconMessage } from "@veche/ui";
import { IconButton } from "../parts/icon-button.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";

interface ChatButtonProps {
  readonly hasChat: boolean;
  readonly onToggle: () => void;
}

const noConversations = { get: () => [], subscribe: () => () => undefined };

/** Shows and hides the chat beside the call; counts what came while it was hidden. */
export function ChatButton({ hasChat, onToggle }: ChatButtonProps) {
  const { client } = useWidget();
  const { t } = useTexts();
  const conversations = useReadable(
    useReadable(client)?.conversations ?? noConversations,
  );
  const unread = hasChat
    ? 0
    : conversations.reduce((sum, one) => sum + one.unreadCount, 0);
  return (
    <span class="badged">
      <IconButton
        icon={iconMessage}
        label={t(hasChat ? "panel.collapseChat" : "panel.expandChat")}
        isExpanded={hasChat}
        tone="stage"
        onPress={onToggle}
      />
      {unread > 0 ? <span class="dot">{unread}</span> : null}
    </span>
  );
}
