import type { Attachment } from "@veche/contracts";
import { iconPlayerPause } from "@veche/ui";
import { useRef, useState, type MouseEvent } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { fileAddress } from "../files/file-address.ts";
import { iconPlay } from "../icons.ts";
import { waveformOf } from "./waveform.ts";
import styles from "./attachments.module.css";

const speeds = [1, 1.5, 2] as const;

/** One sound at a time: the one that starts silences the one before. */
let playing: HTMLAudioElement | null = null;

function useSound() {
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setPlaying] = useState(false);
  const [share, setShare] = useState(0);
  const [speed, setSpeed] = useState<number>(speeds[0]);
  const toggle = () => {
    const element = audio.current;
    if (element === null) return;
    if (!element.paused) {
      element.pause();
      return;
    }
    if (playing !== element) playing?.pause();
    playing = element;
    element.playbackRate = speed;
    element.play().catch(() => setPlaying(false));
  };
  const seek = (to: number) => {
    const element = audio.current;
    if (element === null || !Number.isFinite(element.duration)) return;
    element.currentTime = to * element.duration;
    setShare(to);
  };
  const nextSpeed = () => {
    const next =
      speeds[(speeds.findIndex((one) => one === speed) + 1) % speeds.length] ??
      1;
    setSpeed(next);
    if (audio.current !== null) audio.current.playbackRate = next;
  };
  const handlers = {
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onEnded: () => setShare(0),
    onTimeUpdate: () => {
      const element = audio.current;
      if (element !== null && element.duration > 0)
        setShare(element.currentTime / element.duration);
    },
  };
  return { audio, isPlaying, share, speed, toggle, seek, nextSpeed, handlers };
}

/** A sound or a voice message, played in place; its waveform leads to any moment of it. */
export function Sound({ attachment }: { readonly attachment: Attachment }) {
  const { t, clock } = useTexts();
  const sound = useSound();
  const { fileId, name, durationMs, waveform, isVoice } = attachment;
  const heights = waveformOf(waveform);
  const onSeek = (event: MouseEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    sound.seek((event.clientX - left) / width);
  };
  const present =
    durationMs === null
      ? null
      : clock(sound.share > 0 ? durationMs * sound.share : durationMs);
  return (
    <div
      className={styles["sound"]}
      role="group"
      aria-label={isVoice ? t("file.voice") : name}
    >
      <button
        type="button"
        className={styles["soundPlay"]}
        onClick={sound.toggle}
        aria-label={t(sound.isPlaying ? "file.pause" : "file.play")}
      >
        <Icon paths={sound.isPlaying ? iconPlayerPause : iconPlay} size={20} />
      </button>
      <div className={styles["soundBody"]}>
        {!isVoice && <span className={styles["documentName"]}>{name}</span>}
        <div className={styles["wave"]} onClick={onSeek} aria-hidden="true">
          {heights.map((height, index) => (
            <span
              key={index}
              data-played={index / heights.length < sound.share}
              style={{ height: `${String(Math.round(height * 100))}%` }}
            />
          ))}
        </div>
        <input
          type="range"
          className="visually-hidden"
          aria-label={t("file.moment")}
          min={0}
          max={100}
          value={Math.round(sound.share * 100)}
          onChange={(event) =>
            sound.seek(Number(event.currentTarget.value) / 100)
          }
        />
      </div>
      <span className={styles["soundTime"]}>{present}</span>
      <button
        type="button"
        className={styles["speed"]}
        onClick={sound.nextSpeed}
        aria-label={t("file.speed", { speed: sound.speed })}
      >
        {sound.speed}×
      </button>
      <audio
        ref={sound.audio}
        src={fileAddress(fileId)}
        preload="none"
        {...sound.handlers}
      />
    </div>
  );
}
