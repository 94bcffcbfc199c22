import { ChatPane } from "../chat/chat-pane.tsx";
import { useTexts } from "../parts/widget-context.ts";

/** The chat beside a call. */
export function SideChat() {
  const { t } = useTexts();
  return (
    <aside class="side" aria-label={t("call.chat")}>
      <ChatPane hasFocus />
    </aside>
  );
}
