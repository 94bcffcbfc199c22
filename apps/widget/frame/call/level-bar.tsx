import { createLevelMeter, type CallPlatform } from "@veche/call-client";
import { useEffect, useRef } from "preact/hooks";
import { useTexts, useWidget } from "../parts/widget-context.ts";

const stepMs = 80;

/** Shows how loud the microphone is, so that one sees it works before anybody listens. */
export function LevelBar({
  platform,
  track,
}: {
  readonly platform: CallPlatform;
  readonly track: MediaStreamTrack;
}) {
  const { powers } = useWidget();
  const { t } = useTexts();
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const meter = createLevelMeter(platform, track);
    let cancel = (): void => undefined;
    // Drawn past Preact: twelve times a second nothing else changes.
    const step = () => {
      const percent = Math.round(meter.level() * 100);
      bar.current?.style.setProperty("--level", `${percent}%`);
      bar.current?.setAttribute("aria-valuenow", String(percent));
      cancel = powers.after(stepMs, step);
    };
    step();
    return () => {
      cancel();
      meter.stop();
    };
  }, [platform, track, powers]);
  return (
    <div class="level">
      <div
        ref={bar}
        class="level-bar"
        role="meter"
        aria-label={t("prejoin.level")}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
      />
      <span class="muted small">{t("prejoin.levelHint")}</span>
    </div>
  );
}
