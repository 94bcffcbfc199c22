import { iconChevronLeft, iconPhone, iconVideo } from "@veche/ui";
import { IconButton } from "../parts/icon-button.tsx";
import { PanelButtons } from "../parts/panel-buttons.tsx";
import { RatingGate } from "../parts/rating-gate.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { goTo } from "../session/go-to.ts";
import { attempt } from "../session/widget.ts";
import { ChatPane } from "./chat-pane.tsx";

function CallButtons() {
  const widget = useWidget();
  const { t } = useTexts();
  const call = useReadable(widget.calls.current);
  const { opensAt } = useReadable(widget.settings);
  if (call === null && opensAt !== null) return null;
  if (call !== null)
    return (
      <button
        type="button"
        class="text-button"
        onClick={() => widget.wish.set({ kind: "home" })}
      >
        {t("call.back")}
      </button>
    );
  return (
    <>
      <IconButton
        icon={iconPhone}
        label={t("home.audio")}
        onPress={() => goTo(widget, "audio")}
      />
      <IconButton
        icon={iconVideo}
        label={t("home.video")}
        onPress={() => goTo(widget, "video")}
      />
    </>
  );
}

/** The chat with its head: who answers, calls, the end of the conversation. */
export function ChatScreen() {
  const widget = useWidget();
  const { t } = useTexts();
  const request = useReadable(widget.requests.current);
  const { branding } = useReadable(widget.settings);
  const call = useReadable(widget.calls.current);
  const isActive = request?.state === "active";
  return (
    <div class="screen">
      <div class="head">
        <IconButton
          icon={iconChevronLeft}
          label={t("panel.back")}
          onPress={() => goTo(widget, "home")}
        />
        <div class="head-words">
          <h2 class="head-title">
            {(isActive ? request.operatorName : null) ?? branding.productName}
          </h2>
          {isActive && call === null ? (
            <button
              type="button"
              class="head-action"
              onClick={() => void attempt(widget, widget.requests.end)}
            >
              {t("chat.end")}
            </button>
          ) : null}
        </div>
        <CallButtons />
        <PanelButtons />
      </div>
      <RatingGate />
      <ChatPane hasFocus />
    </div>
  );
}
