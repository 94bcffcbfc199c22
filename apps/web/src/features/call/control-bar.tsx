import { Button, Tooltip } from "@mantine/core";
import type { LocalMediaSnapshot } from "@veche/call-client";
import {
  iconKeyboard,
  iconMaximize,
  iconMicrophone,
  iconMicrophoneOff,
  iconMinimize,
  iconPhoneOff,
  iconScreenShare,
  iconScreenShareOff,
  iconVideo,
  iconVideoOff,
  type IconPaths,
} from "@veche/ui";
import type { ReactNode } from "react";
import { Icon } from "../../platform/kit/icon.tsx";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { CallControls } from "./controls.ts";
import styles from "./control-bar.module.css";

interface ControlProps {
  readonly icon: IconPaths;
  readonly words: string;
  readonly keys?: string;
  /** `off`: the thing is not sent now; `loud`: it is sent and should not be forgotten. */
  readonly tone?: "plain" | "off" | "loud";
  /** Why it can't be used now. */
  readonly obstacle?: string | undefined;
  readonly onClick: () => void;
}

/** A round button of a call. */
export function Control({
  icon,
  words,
  keys,
  tone = "plain",
  obstacle,
  onClick,
}: ControlProps) {
  const withKeys = keys === undefined ? words : `${words} (${keys})`;
  return (
    <Tooltip label={obstacle ?? withKeys}>
      <button
        type="button"
        className={styles["control"]}
        data-tone={tone}
        aria-label={obstacle === undefined ? words : `${words}. ${obstacle}`}
        aria-disabled={obstacle !== undefined}
        onClick={onClick}
      >
        <Icon paths={icon} size={22} />
      </button>
    </Tooltip>
  );
}

export interface ControlBarProps {
  readonly local: LocalMediaSnapshot;
  readonly controls: CallControls;
  /** Why no screen can be shown here. */
  readonly screenObstacle?: string | undefined;
  /** Why nothing can be sent at all. */
  readonly obstacle?: string | undefined;
  readonly fullScreen: { readonly isOn: boolean; readonly toggle: () => void };
  readonly onHelp: () => void;
  /** The way out of the call. */
  readonly ending: ReactNode;
  /** The menu of devices. */
  readonly devices: ReactNode;
}

function Senders({
  local,
  controls,
  screenObstacle,
  obstacle,
}: Pick<
  ControlBarProps,
  "local" | "controls" | "screenObstacle" | "obstacle"
>) {
  const { t } = useTexts();
  const isMicrophoneOn = local.microphone.kind === "on";
  const isCameraOn = local.camera.kind === "on";
  const isSharing = local.screen.kind === "on";
  return (
    <>
      <Control
        icon={isMicrophoneOn ? iconMicrophone : iconMicrophoneOff}
        words={t(
          isMicrophoneOn ? "call.muteMicrophone" : "call.unmuteMicrophone",
        )}
        keys="M"
        tone={isMicrophoneOn ? "plain" : "off"}
        obstacle={obstacle}
        onClick={controls.switchMicrophone}
      />
      <Control
        icon={isCameraOn ? iconVideo : iconVideoOff}
        words={t(isCameraOn ? "call.stopCamera" : "call.startCamera")}
        keys="V"
        tone={isCameraOn ? "plain" : "off"}
        obstacle={obstacle}
        onClick={controls.switchCamera}
      />
      <Control
        icon={isSharing ? iconScreenShareOff : iconScreenShare}
        words={t(isSharing ? "call.stopSharing" : "call.shareScreen")}
        keys="D"
        tone={isSharing ? "loud" : "plain"}
        obstacle={obstacle ?? (isSharing ? undefined : screenObstacle)}
        onClick={controls.switchScreen}
      />
    </>
  );
}

/** Ends a call of two. */
export function EndButton({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useTexts();
  return (
    <Button
      className={styles["end"]}
      color="red"
      size="md"
      radius="xl"
      leftSection={<Icon paths={iconPhoneOff} />}
      aria-label={t("call.end")}
      onClick={onEnd}
    >
      {t("call.endShort")}
    </Button>
  );
}

/** The bar under the picture: what I send on the left; End first in the right group. */
export function ControlBar({
  local,
  controls,
  screenObstacle,
  obstacle,
  fullScreen,
  onHelp,
  ending,
  devices,
}: ControlBarProps) {
  const { t } = useTexts();
  return (
    <div
      className={styles["bar"]}
      role="toolbar"
      aria-label={t("call.controls")}
    >
      <div className={styles["group"]}>
        <Senders {...{ local, controls, screenObstacle, obstacle }} />
        {devices}
      </div>
      <div className={styles["group"]}>
        {ending}
        <Control
          icon={fullScreen.isOn ? iconMinimize : iconMaximize}
          words={t(
            fullScreen.isOn ? "call.leaveFullScreen" : "call.fullScreen",
          )}
          keys="S"
          onClick={fullScreen.toggle}
        />
        <Control
          icon={iconKeyboard}
          words={t("call.shortcuts")}
          keys="?"
          onClick={onHelp}
        />
      </div>
    </div>
  );
}
