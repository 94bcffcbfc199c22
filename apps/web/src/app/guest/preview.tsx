import type { LocalMedia, LocalMediaSnapshot } from "@veche/call-client";
import {
  iconMicrophone,
  iconMicrophoneOff,
  iconVideo,
  iconVideoOff,
} from "@veche/ui";
import { useMemo } from "react";
import { useTexts } from "../../platform/texts/texts.tsx";
import { Control } from "../../features/call/control-bar.tsx";
import { createControls } from "../../features/call/controls.ts";
import { DeviceMenu } from "../../features/call/device-menu.tsx";
import { DeviceTrouble } from "../../features/call/device-trouble.tsx";
import { StreamVideo } from "../../features/call/stream-video.tsx";
import styles from "./guest.module.css";

interface PreviewProps {
  readonly media: LocalMedia;
  readonly local: LocalMediaSnapshot;
}

/** How I will be seen and heard, before anybody does; devices are chosen here. */
export function Preview({ media, local }: PreviewProps) {
  const { t } = useTexts();
  const controls = useMemo(() => createControls(media), [media]);
  const isHeard = local.microphone.kind === "on";
  const isSeen = local.camera.kind === "on";
  return (
    <>
      <div className={styles["preview"]}>
        {local.cameraStream === null ? (
          <span>{t("guest.cameraOff")}</span>
        ) : (
          <StreamVideo
            stream={local.cameraStream}
            label={t("call.you")}
            isOwn
          />
        )}
      </div>
      <DeviceTrouble local={local} />
      <div className={styles["switches"]}>
        <Control
          icon={isHeard ? iconMicrophone : iconMicrophoneOff}
          words={t(isHeard ? "call.muteMicrophone" : "call.unmuteMicrophone")}
          tone={isHeard ? "plain" : "off"}
          onClick={controls.switchMicrophone}
        />
        <Control
          icon={isSeen ? iconVideo : iconVideoOff}
          words={t(isSeen ? "call.stopCamera" : "call.startCamera")}
          tone={isSeen ? "plain" : "off"}
          onClick={controls.switchCamera}
        />
        <DeviceMenu media={media} local={local} />
      </div>
    </>
  );
}
