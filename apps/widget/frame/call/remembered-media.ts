import type { DeviceSource, LocalMedia } from "@veche/call-client";
import type { Widget } from "../session/widget.ts";

const keyOf = (widget: Pick<Widget, "keys">): string =>
  `${widget.keys.call}:media`;

/** Notes what is on, so that the call on the next page begins as it was on this one. */
export function rememberMedia(
  media: LocalMedia,
  widget: Pick<Widget, "keys" | "host">,
): () => void {
  return media.state.subscribe(() => {
    const { microphone, camera } = media.state.get();
    // A device being opened or refused says nothing about what is wanted.
    if (microphone.kind === "opening" || camera.kind === "opening") return;
    const on = [
      microphone.kind === "on" ? "microphone" : "",
      camera.kind === "on" ? "camera" : "",
    ];
    widget.host.tab.write(
      keyOf(widget),
      on.filter((source) => source !== "").join(" "),
    );
  });
}

/** What was on when the last page was left. */
export function rememberedMedia(
  widget: Pick<Widget, "keys" | "host">,
): readonly DeviceSource[] {
  const kept = (widget.host.tab.read(keyOf(widget)) ?? "microphone").split(" ");
  return (["microphone", "camera"] as const).filter((source) =>
    kept.includes(source),
  );
}
