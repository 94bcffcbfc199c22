import { useFullscreenElement } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { Stay } from "./call-place-state.ts";
import { CaptionControl } from "./captions/caption-control.tsx";
import { Captions } from "./captions/captions.tsx";
import { CallHeader } from "./call-header.tsx";
import { ControlBar, EndButton } from "./control-bar.tsx";
import { createControls } from "./controls.ts";
import { DeviceMenu } from "./device-menu.tsx";
import { DeviceTrouble } from "./device-trouble.tsx";
import { EconomyStrip } from "./economy-strip.tsx";
import { RecordControl } from "./recording/record-control.tsx";
import { RecordingStrip } from "./recording/recording-strip.tsx";
import { ShortcutSheet } from "./shortcut-sheet.tsx";
import { Stage } from "./stage.tsx";
import { SupervisorStrip } from "./supervisor.tsx";
import { useHoldToTalk } from "./use-hold-to-talk.ts";
import { useShortcuts } from "./use-shortcuts.ts";
import styles from "./call.module.css";

export interface CallWindowProps {
  readonly stay: Stay;
  readonly name: string;
  readonly onEnd: () => Promise<void>;
  readonly onChat: () => void;
}

function EndOfCall({ onEnd }: Pick<CallWindowProps, "onEnd">) {
  const texts = useTexts();
  const end = () =>
    void onEnd().catch((failure: unknown) => notifyFailure(texts, failure));
  return <EndButton onEnd={end} />;
}

function Devices({ stay }: Pick<CallWindowProps, "stay">) {
  const { call } = useStore(stay.session.snapshot);
  const local = useStore(stay.media.state);
  return (
    <>
      <DeviceMenu
        media={stay.media}
        local={local}
        ladder={stay.session.ladder}
      />
      <CaptionControl />
      <RecordControl call={call} />
    </>
  );
}

/** A call on the whole middle of the desk. */
export function CallWindow({ stay, name, onEnd, onChat }: CallWindowProps) {
  const { t } = useTexts();
  const snapshot = useStore(stay.session.snapshot);
  const local = useStore(stay.media.state);
  const controls = useMemo(() => createControls(stay.media), [stay.media]);
  const { ref, toggle, fullscreen } = useFullscreenElement<HTMLDivElement>();
  const toggleFullScreen = () => void toggle();
  const [isHelpShown, setHelpShown] = useState(false);
  const showHelp = () => setHelpShown(true);
  useShortcuts({
    microphone: controls.switchMicrophone,
    camera: controls.switchCamera,
    screen: controls.switchScreen,
    chat: onChat,
    full_screen: toggleFullScreen,
    help: showHelp,
  });
  useHoldToTalk(stay.media);
  return (
    <div
      ref={ref}
      className={styles["call"]}
      role="region"
      aria-label={t("call.window", { name })}
    >
      <CallHeader snapshot={snapshot} name={name} />
      <RecordingStrip callId={snapshot.call?.id} />
      <SupervisorStrip snapshot={snapshot} />
      <DeviceTrouble local={local} />
      <EconomyStrip ladder={stay.session.ladder} />
      <Stage {...{ stay, snapshot, local, name }} />
      <Captions stay={stay} />
      <ControlBar
        local={local}
        controls={controls}
        fullScreen={{ isOn: fullscreen, toggle: toggleFullScreen }}
        onHelp={showHelp}
        ending={<EndOfCall onEnd={onEnd} />}
        devices={<Devices stay={stay} />}
      />
      {isHelpShown && <ShortcutSheet onClose={() => setHelpShown(false)} />}
    </div>
  );
}
