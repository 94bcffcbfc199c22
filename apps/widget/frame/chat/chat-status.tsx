import type { RealtimeClient } from "@veche/realtime-client";
import { Notice } from "../parts/notice.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";

const quietMs = 2500;

/** The line's trouble in words; a first connection and a blink are not worth one. */
function lineWords(
  client: RealtimeClient,
  nowMs: number,
): "offline" | "reconnecting" | null {
  const state = client.state.get();
  if (state.kind !== "waiting") return null;
  return state.attempt > 1 || state.retryAt - nowMs > quietMs
    ? "reconnecting"
    : null;
}

/** Between head and messages: the line, the place in the queue, whether anybody is there. */
export function ChatStatus({ client }: { readonly client: RealtimeClient }) {
  const { requests, powers } = useWidget();
  const { t } = useTexts();
  const request = useReadable(requests.current);
  useReadable(client.state);
  const trouble = lineWords(client, powers.nowMs());
  const isWaiting =
    request?.kind === "chat" &&
    (request.state === "waiting" || request.state === "offered");
  return (
    <div class="chat-status" role="status">
      {trouble === null ? null : (
        <Notice tone="caution">{t(`line.${trouble}`)}</Notice>
      )}
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
