import type { CallSession, CallSnapshot } from "@veche/call-client";
import type { Call } from "@veche/contracts";
import { iconMaximize, iconPhoneOff } from "@veche/ui";
import { useRef } from "preact/hooks";
import { Avatar } from "../parts/avatar.tsx";
import { useFoundFocus } from "../parts/use-found-focus.ts";
import { IconButton } from "../parts/icon-button.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { attempt } from "../session/widget.ts";
import { useCall, useMedia } from "./call-context.ts";
import { DeviceButtons } from "./device-buttons.tsx";
import { Picture } from "./picture.tsx";
import { BarRecording } from "./recording/recording-lamp.tsx";
import { placeWords } from "./place-words.ts";
import type { StageView } from "./stage-view.ts";
import { useStage } from "./use-stage.ts";

interface BarPartProps {
  readonly view: StageView;
  readonly snapshot: CallSnapshot;
}

function BarPicture({ view, snapshot }: BarPartProps) {
  const { panel } = useWidget();
  const { t } = useTexts();
  const label = t("call.back");
  return (
    <button
      type="button"
      class="call-bar-view"
      aria-label={label}
      title={label}
      onClick={panel.open}
    >
      {view.main === "name" ? (
        <Avatar name={view.peerName} size={56} />
      ) : (
        <Picture
          stream={
            view.main === "screen"
              ? snapshot.remoteScreen
              : snapshot.remoteStream
          }
          label={view.peerName}
          kind="remote"
        />
      )}
    </button>
  );
}

/** Waiting: the place; in the call: what is wrong, or how long it is. */
function BarWords({ view }: Pick<BarPartProps, "view">) {
  const { requests, settings, screen } = useWidget();
  const translator = useTexts();
  const request = useReadable(requests.current);
  const { branding } = useReadable(settings);
  const isQueued = useReadable(screen).kind === "queue";
  const timer = view.timerMs === null ? "" : translator.clock(view.timerMs);
  const words =
    isQueued && request !== null
      ? placeWords(request, translator)
      : (view.banner?.text ?? timer);
  return (
    <div class="call-bar-words">
      <b>{isQueued ? branding.productName : view.peerName}</b>
      <span role="timer">{words}</span>
    </div>
  );
}

function BarButtons() {
  const widget = useWidget();
  const { control } = useCall();
  const { t } = useTexts();
  const { media, state } = useMedia();
  const isQueued = useReadable(widget.screen).kind === "queue";
  const end = isQueued ? control.stopWaiting : control.hangUp;
  return (
    <div class="call-bar-buttons">
      {media === null || state === null ? null : (
        <DeviceButtons media={media} state={state} />
      )}
      <IconButton
        icon={iconMaximize}
        label={t("call.back")}
        tone="stage"
        onPress={widget.panel.open}
      />
      <IconButton
        icon={iconPhoneOff}
        label={t(isQueued ? "queue.cancel" : "call.endLong")}
        tone="danger"
        onPress={() => void attempt(widget, end)}
      />
    </div>
  );
}

function Bar({ session }: { readonly session: CallSession }) {
  const translator = useTexts();
  const { view, snapshot } = useStage(session);
  const bar = useRef<HTMLElement>(null);
  useFoundFocus(bar, "bar");
  return (
    <section
      ref={bar}
      tabIndex={-1}
      class="call-bar"
      aria-label={translator.t("call.title")}
    >
      <BarPicture view={view} snapshot={snapshot} />
      <BarWords view={view} />
      <BarRecording />
      <BarButtons />
    </section>
  );
}

/** The call while the panel is closed: who, how long, and the most needed buttons. */
export function CallBar({ call: _call }: { readonly call: Call }) {
  const { control } = useCall();
  const session = useReadable(control.session);
  return session === null ? null : <Bar session={session} />;
}
