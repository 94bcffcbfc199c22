import { iconRefresh } from "@veche/ui";
import { ErrorNotice } from "../parts/notice.tsx";
import { Icon } from "../parts/icon.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { attempt } from "../session/widget.ts";
import { ChatStatus } from "./chat-status.tsx";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";

/** Messages and field, for the chat screen and beside a call. */
export function ChatPane({ hasFocus }: { readonly hasFocus: boolean }) {
  const widget = useWidget();
  const { t } = useTexts();
  const client = useReadable(widget.client);
  const failure = useReadable(widget.failure);
  const conversationId = widget.conversationId();
  const isReady = client !== null && conversationId !== null;
  return (
    <div class="chat">
      {isReady ? <ChatStatus client={client} /> : null}
      {isReady ? (
        <MessageList client={client} log={client.log(conversationId)} />
      ) : (
        <div class="messages">
          <p class="empty">{failure === null ? t("line.connecting") : null}</p>
        </div>
      )}
      {failure === null ? null : (
        <div class="chat-failure" role="alert">
          <ErrorNotice code={failure}>
            <button
              type="button"
              class="text-button"
              onClick={() => void attempt(widget, widget.line.connected)}
            >
              <Icon paths={iconRefresh} size={16} /> {t("failed.retry")}
            </button>
          </ErrorNotice>
        </div>
      )}
      <Composer hasFocus={hasFocus} />
    </div>
  );
}
