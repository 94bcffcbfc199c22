import type { LineState, RealtimeClient } from "@veche/realtime-client";
import { useEffect, useReducer } from "preact/hooks";
import { Notice } from "../parts/notice.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import type { WidgetPowers } from "../session/powers.ts";

const quietMs = 2500;

/** The line's trouble in words; a first connection and a blink are not worth one. */
function lineWords(
  state: LineState,
  { isOnline, nowMs }: Pick<WidgetPowers, "isOnline" | "nowMs">,
): "offline" | "reconnecting" | null {
  if (!isOnline()) return "offline";
  if (state.kind !== "waiting") return null;
  const isLong = state.attempt > 1 || state.retryAt - nowMs() > quietMs;
  return isLong ? "reconnecting" : null;
}

function useOnline(): void {
  const { powers } = useWidget();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => powers.onOnline(() => redraw(0)), [powers]);
}

/** Between head and messages: the line, the place in the queue, whether anybody is there. */
export function ChatStatus({ client }: { readonly client: RealtimeClient }) {
  const { requests, powers } = useWidget();
  const { t } = useTexts();
  const request = useReadable(requests.current);
  const trouble = lineWords(useReadable(client.state), powers);
  useOnline();
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
