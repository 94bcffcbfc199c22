import type { LineState, ChatClient } from "@veche/realtime-client";
import { useEffect, useReducer } from "preact/hooks";
import type { WidgetPowers } from "../session/powers.ts";
import { Notice } from "./notice.tsx";
import { useReadable } from "./use-readable.ts";
import { useTexts, useWidget } from "./widget-context.ts";

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

/** What is wrong with the line to the server, in words; nothing while it is well. */
export function LineNotice({ client }: { readonly client: ChatClient }) {
  const { powers } = useWidget();
  const { t } = useTexts();
  const trouble = lineWords(useReadable(client.state), powers);
  useOnline();
  if (trouble === null) return null;
  return <Notice tone="caution">{t(`line.${trouble}`)}</Notice>;
}
