import type { LocalMedia, LocalMediaSnapshot } from "@veche/call-client";
import type { CallMedia } from "@veche/contracts";
import { iconChevronLeft, iconPhone, iconVideo } from "@veche/ui";
import { useState } from "preact/hooks";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { ErrorNotice, Notice } from "../parts/notice.tsx";
import { PanelButtons } from "../parts/panel-buttons.tsx";
import { useReadable } from "../parts/use-readable.ts";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { goTo } from "../session/go-to.ts";
import { attempt } from "../session/widget.ts";
import { useCall, useMedia } from "./call-context.ts";
import { DeviceSelect } from "./device-select.tsx";
import { LevelBar } from "./level-bar.tsx";
import { Preview, Problems } from "./preview.tsx";
import { SpeakerTest } from "./speaker-test.tsx";

interface PartProps {
  readonly kind: CallMedia;
  readonly media: LocalMedia;
  readonly state: LocalMediaSnapshot;
}

function Devices({ kind, media, state }: PartProps) {
  const { control } = useCall();
  const { t } = useTexts();
  const { microphone } = state;
  return (
    <section class="devices" aria-label={t("prejoin.devices")}>
      {microphone.kind === "on" ? (
        <LevelBar platform={control.platform} track={microphone.track} />
      ) : null}
      <DeviceSelect kind="microphone" media={media} state={state} />
      {kind === "video" ? (
        <DeviceSelect kind="camera" media={media} state={state} />
      ) : null}
      <DeviceSelect kind="speaker" media={media} state={state} />
      <SpeakerTest state={state} />
    </section>
  );
}

function Foot({ kind }: Pick<PartProps, "kind">) {
  const widget = useWidget();
  const { control } = useCall();
  const { t } = useTexts();
  const failure = useReadable(widget.failure);
  const { isStaffed } = useReadable(widget.settings);
  const [isCalling, setCalling] = useState(false);
  const call = () => {
    setCalling(true);
    widget.sounds.unlock();
    void attempt(widget, () => control.start(kind)).then(() =>
      setCalling(false),
    );
  };
  return (
    <div class="prejoin-foot">
      {isStaffed ? null : (
        <Notice tone="info">{t("home.unstaffedCall")}</Notice>
      )}
      {failure === null ? null : (
        <div role="alert">
          <ErrorNotice code={failure} />
        </div>
      )}
      <button type="button" class="button" disabled={isCalling} onClick={call}>
        <Icon paths={kind === "video" ? iconVideo : iconPhone} />{" "}
        {t(isCalling ? "line.connecting" : "prejoin.call")}
      </button>
    </div>
  );
}

/** The look before the call: picture, microphone, devices; the call goes through without any of them. */
export function PrejoinScreen({ media: kind }: { readonly media: CallMedia }) {
  const widget = useWidget();
  const { control } = useCall();
  const { t } = useTexts();
  const { media, state } = useMedia();
  const back = () => {
    control.releaseMedia();
    goTo(widget, "home");
  };
  return (
    <div class="screen">
      <div class="head">
        <IconButton
          icon={iconChevronLeft}
          label={t("panel.back")}
          onPress={back}
        />
        <div class="head-words">
          <h2 class="head-title">
            {t(kind === "video" ? "prejoin.titleVideo" : "prejoin.titleAudio")}
          </h2>
        </div>
        <PanelButtons />
      </div>
      <div class="prejoin-body">
        {media === null || state === null ? null : (
          <>
            <Preview kind={kind} media={media} state={state} />
            <Problems kind={kind} state={state} />
            <Devices kind={kind} media={media} state={state} />
          </>
        )}
      </div>
      <Foot kind={kind} />
    </div>
  );
}
