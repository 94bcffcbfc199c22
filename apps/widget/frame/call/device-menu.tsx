import type { LocalMedia, LocalMediaSnapshot } from "@veche/call-client";
import { useEffect, useRef } from "preact/hooks";
import { Notice } from "../parts/notice.tsx";
import { useTexts } from "../parts/widget-context.ts";
import { DeviceSelect } from "./device-select.tsx";
import { problemWords } from "./device-words.ts";

interface DeviceMenuProps {
  readonly media: LocalMedia;
  readonly state: LocalMediaSnapshot;
  readonly onClose: () => void;
}

/** Other devices in mid-call; Esc closes it and leaves the panel as it is. */
export function DeviceMenu({ media, state, onClose }: DeviceMenuProps) {
  const translator = useTexts();
  const { t } = translator;
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    menu.current?.querySelector("select")?.focus();
    void media.refreshDevices();
  }, [media]);
  const problem = [state.microphone, state.camera].find(
    (source) => source.kind === "off" && source.problem !== null,
  );
  const words =
    problem?.kind === "off" && problem.problem !== null
      ? problemWords(problem.problem, translator)
      : null;
  return (
    <div
      ref={menu}
      class="menu"
      role="group"
      aria-label={t("prejoin.devices")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      {words === null ? null : (
        <Notice tone="caution">
          {words.happened} {words.advice}
        </Notice>
      )}
      <DeviceSelect kind="microphone" media={media} state={state} />
      <DeviceSelect kind="camera" media={media} state={state} />
      <DeviceSelect kind="speaker" media={media} state={state} />
    </div>
  );
}
