import type { LocalMedia, LocalMediaSnapshot } from "@veche/call-client";
import {
  iconMaximize,
  iconMinimize,
  iconPhoneOff,
  iconScreenShare,
  iconScreenShareOff,
  iconSettings,
} from "@veche/ui";
import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../parts/icon.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { useTexts, useWidget } from "../parts/widget-context.ts";
import { attempt } from "../session/widget.ts";
import { useCall } from "./call-context.ts";
import { ChatButton } from "./chat-button.tsx";
import { DeviceButtons } from "./device-buttons.tsx";
import { DeviceMenu } from "./device-menu.tsx";
import { useFullScreen } from "./use-full-screen.ts";

interface ControlBarProps {
  readonly media: LocalMedia;
  readonly state: LocalMediaSnapshot;
  readonly hasChat: boolean;
  readonly onToggleChat: () => void;
  /** What fills the screen in full-screen mode. */
  readonly place: RefObject<HTMLElement | null>;
}

function ScreenButton({
  media,
  state,
}: Pick<ControlBarProps, "media" | "state">) {
  const { control } = useCall();
  const { t } = useTexts();
  if (control.platform.getDisplayMedia === undefined) return null;
  const isShared = state.screen.kind === "on";
  return (
    <IconButton
      icon={isShared ? iconScreenShareOff : iconScreenShare}
      label={t(isShared ? "call.stopSharing" : "call.shareScreen")}
      isPressed={isShared}
      tone={isShared ? "off" : "stage"}
      onPress={() => (isShared ? media.stopScreen() : void media.startScreen())}
    />
  );
}

function FullScreenButton({ place }: Pick<ControlBarProps, "place">) {
  const { t } = useTexts();
  const { isFull, toggle } = useFullScreen(place);
  return (
    <IconButton
      icon={isFull ? iconMinimize : iconMaximize}
      label={t(isFull ? "call.leaveFullScreen" : "call.fullScreen")}
      tone="stage"
      onPress={toggle}
    />
  );
}

/** What one does in a call: devices in the middle, chat and full screen, and End. */
export function ControlBar({
  media,
  state,
  hasChat,
  onToggleChat,
  place,
}: ControlBarProps) {
  const widget = useWidget();
  const { control } = useCall();
  const { t } = useTexts();
  const [hasMenu, setMenu] = useState(false);
  return (
    <div class="bar" role="group" aria-label={t("call.controls")}>
      <div class="bar-middle">
        <DeviceButtons media={media} state={state} />
        <ScreenButton media={media} state={state} />
        <IconButton
          icon={iconSettings}
          label={t("call.devices")}
          isExpanded={hasMenu}
          tone="stage"
          onPress={() => setMenu(!hasMenu)}
        />
        <button
          type="button"
          class="end"
          onClick={() => void attempt(widget, control.hangUp)}
        >
          <Icon paths={iconPhoneOff} /> {t("call.end")}
        </button>
      </div>
      <div class="bar-end">
        <ChatButton hasChat={hasChat} onToggle={onToggleChat} />
        <FullScreenButton place={place} />
      </div>
      {hasMenu ? (
        <DeviceMenu
          media={media}
          state={state}
          onClose={() => setMenu(false)}
        />
      ) : null}
    </div>
  );
}
