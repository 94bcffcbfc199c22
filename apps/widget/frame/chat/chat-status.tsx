import type { ChatClient } from "@veche/realtime-client";
import { LineNotice } from "../parts/line-notice.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";

/** Between head and messages: the line, the place in the queue, whether anybody is there. */
export function ChatStatus({ client }: { readonly client: ChatClient }) {
  const { requests } = useWidget();
  const { t } = useTexts();
  const request = useReadable(requests.current);
  const isWaiting =
    request?.kind === "chat" &&
    (request.state === "waiting" || request.state === "offered");
  return (
    <div class="chat-status" role="status">
      <LineNotice client={client} />
      {!isWaiting ? null : request.isStaffed ? (
        <p class="strip">
          {t("chat.waiting")}{" "}
          {request.position === null
            ? null
            : t("chat.place", { place: request.position })}
        </p>
      ) : (
        <p class="strip away">{t("chat.nobody")}</p>
      )}
    </div>
  );
}
