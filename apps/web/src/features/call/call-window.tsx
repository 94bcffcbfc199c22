import { useFullscreenElement } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { notifyFailure } from "../../platform/kit/notify.ts";
import { useStore } from "../../platform/store/use-store.ts";
import { useTexts } from "../../platform/texts/texts.tsx";
import type { Stay } from "./call-place-state.ts";
import { CallHeader } from "./call-header.tsx";
import { ControlBar } from "./control-bar.tsx";
import { createControls, type CallControls } from "./controls.ts";
import { DeviceMenu } from "./device-menu.tsx";
import { DeviceTrouble } from "./device-trouble.tsx";
import { ShortcutSheet } from "./shortcut-sheet.tsx";
import type { CallShortcut } from "./shortcuts.ts";
import { Stage } from "./stage.tsx";
import { useShortcuts } from "./use-shortcuts.ts";
import styles from "./call.module.css";

export interface CallWindowProps {
  readonly stay: Stay;
  readonly name: string;
  readonly onEnd: () => Promise<void>;
  readonly onChat: () => void;
}

interface ShortcutDoings {
  readonly controls: CallControls;
  readonly toggleFullScreen: () => void;
  readonly showHelp: () => void;
  readonly goToChat: () => void;
}

function carryOut(
  shortcut: CallShortcut,
  { controls, toggleFullScreen, showHelp, goToChat }: ShortcutDoings,
): void {
  switch (shortcut) {
    case "microphone":
      return controls.switchMicrophone();
    case "camera":
      return controls.switchCamera();
    case "screen":
      return controls.switchScreen();
    case "chat":
      return goToChat();
    case "full_screen":
      return toggleFullScreen();
    case "help":
      return showHelp();
  }
}

/** A call on the whole middle of the desk. */
export function CallWindow({ stay, name, onEnd, onChat }: CallWindowProps) {
  const texts = useTexts();
  const snapshot = useStore(stay.session.snapshot);
  const local = useStore(stay.media.state);
  const controls = useMemo(() => createControls(stay.media), [stay.media]);
  const { ref, toggle, fullscreen } = useFullscreenElement<HTMLDivElement>();
  const [isHelpShown, setHelpShown] = useState(false);
  const toggleFullScreen = () => void toggle();
  const showHelp = () => setHelpShown(true);
  useShortcuts((shortcut) =>
    carryOut(shortcut, {
      controls,
      toggleFullScreen,
      showHelp,
      goToChat: onChat,
    }),
  );
  return (
    <div
      ref={ref}
      className={styles["call"]}
      role="region"
      aria-label={texts.t("call.window", { name })}
    >
      <CallHeader snapshot={snapshot} name={name} />
      <DeviceTrouble local={local} />
      <Stage snapshot={snapshot} local={local} name={name} />
      <ControlBar
        local={local}
        controls={controls}
        fullScreen={{ isOn: fullscreen, toggle: toggleFullScreen }}
        onHelp={showHelp}
        onEnd={() =>
          void onEnd().catch((failure: unknown) =>
            notifyFailure(texts, failure),
          )
        }
        devices={<DeviceMenu media={stay.media} local={local} />}
      />
      {isHelpShown && <ShortcutSheet onClose={() => setHelpShown(false)} />}
    </div>
  );
}
