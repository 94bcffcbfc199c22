import type { CustomerRequest } from "@veche/contracts";
import { useState } from "preact/hooks";
import { LineNotice } from "../parts/line-notice.tsx";
import { ErrorNotice } from "../parts/notice.tsx";
import { PanelButtons } from "../parts/panel-buttons.tsx";
import { useNow } from "../parts/use-now.ts";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { goTo } from "../session/go-to.ts";
import { attempt } from "../session/widget.ts";
import { useCall, useMedia } from "./call-context.ts";
import { ChatButton } from "./chat-button.tsx";
import { DeviceButtons } from "./device-buttons.tsx";
import { OwnTiles } from "./own-tiles.tsx";
import { placeWords } from "./place-words.ts";
import { SideChat } from "./side-chat.tsx";

function Waiting({ request }: { readonly request: CustomerRequest }) {
  const translator = useTexts();
  const { t, clock } = translator;
  const now = useNow();
  return (
    <div class="queue-words">
      <div role="status">
        <h2 class="queue-place">{placeWords(request, translator)}</h2>
        {request.isStaffed ? null : (
          <p class="queue-nobody">{t("queue.nobody")}</p>
        )}
      </div>
      <p class="queue-waited">
        {t("queue.waited", {
          time: clock(now - Date.parse(request.createdAt)),
        })}
      </p>
      {request.isStaffed ? <p class="stage-muted">{t("queue.stay")}</p> : null}
    </div>
  );
}

function QueueButtons({ request }: { readonly request: CustomerRequest }) {
  const widget = useWidget();
  const { control } = useCall();
  const { t } = useTexts();
  const [isLeaving, setLeaving] = useState(false);
  const leave = (then: () => void) => {
    setLeaving(true);
    void attempt(widget, async () => {
      await control.stopWaiting();
      then();
    }).then(() => setLeaving(false));
  };
  return (
    <div class="queue-buttons">
      {request.isStaffed ? null : (
        <button
          type="button"
          class="button"
          disabled={isLeaving}
          onClick={() => leave(() => goTo(widget, "chat"))}
        >
          {t("queue.writeInstead")}
        </button>
      )}
      <button
        type="button"
        class="button stage-quiet"
        disabled={isLeaving}
        onClick={() => leave(() => undefined)}
      >
        {t("queue.cancel")}
      </button>
    </div>
  );
}

function QueueBar({
  hasChat,
  onToggle,
}: {
  readonly hasChat: boolean;
  readonly onToggle: () => void;
}) {
  const { media, state } = useMedia();
  return (
    <div class="bar">
      <div class="bar-middle">
        {media === null || state === null ? null : (
          <DeviceButtons media={media} state={state} />
        )}
      </div>
      <div class="bar-end">
        <ChatButton hasChat={hasChat} onToggle={onToggle} />
      </div>
    </div>
  );
}

/** Waiting for an operator with everything ready: place, time, own picture, chat, and the way out. */
export function QueueScreen() {
  const widget = useWidget();
  const { t } = useTexts();
  const request = useReadable(widget.requests.current);
  const failure = useReadable(widget.failure);
  const client = useReadable(widget.client);
  const { state } = useMedia();
  const [hasChat, setChat] = useState(false);
  if (request === null) return null;
  const title = t(
    request.kind === "video" ? "queue.titleVideo" : "queue.titleAudio",
  );
  return (
    <div class="call">
      <section class="scene" aria-label={title}>
        <div class="stage-top">
          <span class="stage-title">{title}</span>
          <PanelButtons tone="stage" />
        </div>
        <Waiting request={request} />
        <div class="stage-notices" role="status">
          {client === null ? null : <LineNotice client={client} />}
          {failure === null ? null : <ErrorNotice code={failure} />}
        </div>
        <QueueButtons request={request} />
        {state === null ? null : <OwnTiles state={state} />}
        <QueueBar hasChat={hasChat} onToggle={() => setChat(!hasChat)} />
      </section>
      {hasChat ? <SideChat /> : null}
    </div>
  );
}
