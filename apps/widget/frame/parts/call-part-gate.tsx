import type { ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import type { CallPart } from "../session/call-part.ts";
import { goTo } from "../session/go-to.ts";
import { Notice } from "./notice.tsx";
import { PanelButtons } from "./panel-buttons.tsx";
import { useReadable } from "./use-readable.ts";
import { useTexts, useWidget } from "./widget-context.ts";

/** Draws with the call part once it is there; says so while it loads and when it could not. */
export function CallPartGate({
  draw,
}: {
  readonly draw: (part: CallPart) => ComponentChild;
}) {
  const widget = useWidget();
  const { t } = useTexts();
  const slot = useReadable(widget.callSlot.state);
  const load = () => void widget.callSlot.load().catch(() => undefined);
  useEffect(load, []);
  if (slot.kind === "ready") return <>{draw(slot.part)}</>;
  return (
    <div class="screen">
      <div class="head">
        <span class="head-words" />
        <PanelButtons />
      </div>
      <div class="middle" role="status">
        {slot.kind === "failed" ? (
          <>
            <Notice tone="danger">{t("call.loadFailed")}</Notice>
            <button type="button" class="button" onClick={load}>
              {t("action.retry")}
            </button>
            <button
              type="button"
              class="button quiet"
              onClick={() => goTo(widget, "chat")}
            >
              {t("home.write")}
            </button>
          </>
        ) : (
          <p class="empty">{t("call.loading")}</p>
        )}
      </div>
    </div>
  );
}
