import type { CallSession, CallSnapshot, OtherParty } from "@veche/call-client";
import type { Call } from "@veche/contracts";
import { iconMicrophoneOff, iconVolume } from "@veche/ui";
import { useRef, useState } from "preact/hooks";
import { Avatar } from "../parts/avatar.tsx";
import { Icon } from "../parts/icon.tsx";
import { ErrorNotice, Notice } from "../parts/notice.tsx";
import { PanelButtons } from "../parts/panel-buttons.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { useCall, useMedia } from "./call-context.ts";
import { ControlBar } from "./control-bar.tsx";
import { OwnTiles } from "./own-tiles.tsx";
import { Picture } from "./picture.tsx";
import { QualitySign } from "./quality-sign.tsx";
import { StageRecording } from "./recording/recording-lamp.tsx";
import { ShownScreen } from "./shown-screen.tsx";
import { SideChat } from "./side-chat.tsx";
import { useShortcuts } from "./shortcuts.ts";
import type { StageView } from "./stage-view.ts";
import { useStage } from "./use-stage.ts";

function TopLine({
  view,
  snapshot,
}: {
  readonly view: StageView;
  readonly snapshot: CallSnapshot;
}) {
  const { t, clock } = useTexts();
  const { own, peer } = snapshot.quality;
  return (
    <div class="stage-top">
      <span class="stage-title">
        {view.peerName}
        {view.timerMs === null ? null : (
          <span class="timer" role="timer" aria-label={t("call.timer")}>
            {clock(view.timerMs)}
          </span>
        )}
      </span>
      <span class="qualities">
        <QualitySign who={view.peerName} view={peer} />
        <QualitySign who={t("call.qualityYou")} view={own} />
      </span>
      <PanelButtons tone="stage" />
    </div>
  );
}

function MainPicture({
  view,
  snapshot,
}: {
  readonly view: StageView;
  readonly snapshot: CallSnapshot;
}) {
  const { t } = useTexts();
  const { remoteScreen, remoteStream, peer } = snapshot;
  return (
    <>
      {view.main === "screen" ? (
        <ShownScreen
          stream={remoteScreen}
          label={t("call.screenOf", { name: view.peerName })}
          kind="remote-screen"
        />
      ) : view.main === "camera" ? (
        <Picture stream={remoteStream} label={view.peerName} kind="remote" />
      ) : (
        <Avatar name={view.peerName} size={112} />
      )}
      {view.hasFaceTile ? (
        <div class="face-tile">
          <Picture stream={remoteStream} label={view.peerName} kind="remote" />
        </div>
      ) : null}
      {peer !== null && peer.state === "live" && !peer.media.microphone ? (
        <span class="peer-muted">
          <Icon paths={iconMicrophoneOff} size={16} />{" "}
          {t("call.theirMicrophoneOff", { name: view.peerName })}
        </span>
      ) : null}
    </>
  );
}

/** A supervisor who takes part: their picture, or their name. */
function ThirdTile({ third }: { readonly third: OtherParty }) {
  const { name, media } = third.participant;
  return (
    <div class="third-tile">
      {media.camera && third.hasCamera ? (
        <Picture stream={third.stream} label={name} kind="third" />
      ) : (
        <Avatar name={name} size={48} />
      )}
      <span class="third-name">{name}</span>
    </div>
  );
}

function StageNotices({ view }: { readonly view: StageView }) {
  const widget = useWidget();
  const { sound } = useCall();
  const { t } = useTexts();
  const isBlocked = useReadable(sound.isBlocked);
  const failure = useReadable(widget.failure);
  return (
    <div class="stage-notices" role="status">
      {view.banner === null ? null : (
        <Notice tone={view.banner.tone}>{view.banner.text}</Notice>
      )}
      {isBlocked ? (
        <button type="button" class="button" onClick={sound.unblock}>
          <Icon paths={iconVolume} /> {t("call.soundBlocked")}{" "}
          {t("call.soundOn")}
        </button>
      ) : null}
      {failure === null ? null : <ErrorNotice code={failure} />}
    </div>
  );
}

function Stage({ session }: { readonly session: CallSession }) {
  const translator = useTexts();
  const { view, snapshot } = useStage(session);
  const { media, state } = useMedia();
  const [hasChat, setChat] = useState(false);
  const call = useRef<HTMLDivElement>(null);
  const toggleChat = () => setChat(!hasChat);
  useShortcuts(call, { media, toggleChat });
  return (
    <div ref={call} class="call">
      <section class="scene" aria-label={translator.t("call.title")}>
        <TopLine view={view} snapshot={snapshot} />
        <StageRecording />
        <div class="stage-main">
          <MainPicture view={view} snapshot={snapshot} />
          {view.third === null ? null : <ThirdTile third={view.third} />}
        </div>
        {state === null ? null : <OwnTiles state={state} />}
        <StageNotices view={view} />
        {media === null || state === null ? null : (
          <ControlBar
            media={media}
            state={state}
            hasChat={hasChat}
            onToggleChat={toggleChat}
            place={call}
          />
        )}
      </section>
      {hasChat ? <SideChat /> : null}
    </div>
  );
}

/** The call inside the page. */
export function CallStage({ call: _call }: { readonly call: Call }) {
  const { control } = useCall();
  const { t } = useTexts();
  const session = useReadable(control.session);
  if (session !== null) return <Stage session={session} />;
  return (
    <div class="call">
      <section class="scene" aria-label={t("call.title")}>
        <p class="stage-muted queue-words" role="status">
          {t("call.joining")}
        </p>
      </section>
    </div>
  );
}
