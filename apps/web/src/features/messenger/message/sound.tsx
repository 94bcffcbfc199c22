import type { Attachment } from "@veche/contracts";
import { iconPlayerPause } from "@veche/ui";
import { useRef, useState, type MouseEvent, type RefObject } from "react";
import { Icon } from "../../../platform/kit/icon.tsx";
import { useTexts } from "../../../platform/texts/texts.tsx";
import { fileAddress } from "../../../platform/files/file-address.ts";
import { iconPlay } from "../icons.ts";
import { waveformOf } from "./waveform.ts";
import styles from "./attachments.module.css";

const speeds = [1, 1.5, 2] as const;

/** One sound at a time: the one that starts silences the one before. */
let playing: HTMLAudioElement | null = null;

function playAt(element: HTMLAudioElement, speed: number): void {
  element.playbackRate = speed;
}

function moveTo(element: HTMLAudioElement, share: number): void {
  element.currentTime = share * element.duration;
}

function useSound(audio: RefObject<HTMLAudioElement | null>) {
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
    playAt(element, speed);
    element.play().catch(() => setPlaying(false));
  };
  const seek = (to: number) => {
    const element = audio.current;
    if (element === null || !Number.isFinite(element.duration)) return;
    moveTo(element, to);
    setShare(to);
  };
  const nextSpeed = () => {
    const next =
      speeds[(speeds.findIndex((one) => one === speed) + 1) % speeds.length] ??
      1;
    setSpeed(next);
    if (audio.current !== null) playAt(audio.current, next);
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
  return {
    isPlaying,
    share,
    speed,
    toggle,
    seek,
    nextSpeed,
    handlers,
  };
}

type PlayedSound = ReturnType<typeof useSound>;

/** Leads to any moment of the sound; the keyboard has a slider for it. */
function Wave({
  attachment,
  sound: { share, seek },
}: SoundProps & { readonly sound: PlayedSound }) {
  const { t } = useTexts();
  const heights = waveformOf(attachment.waveform);
  const onSeek = (event: MouseEvent<HTMLDivElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    seek((event.clientX - left) / width);
  };
  return (
    <>
      <div className={styles["wave"]} onClick={onSeek} aria-hidden="true">
        {heights.map((height, index) => (
          <span
            key={index}
            data-played={index / heights.length < share}
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
        value={Math.round(share * 100)}
        onChange={(event) => seek(Number(event.currentTarget.value) / 100)}
      />
    </>
  );
}

interface SoundProps {
  readonly attachment: Attachment;
}

/** A sound or a voice message, played in place. */
export function Sound({ attachment }: SoundProps) {
  const { t, clock } = useTexts();
  const audio = useRef<HTMLAudioElement>(null);
  const sound = useSound(audio);
  const { fileId, name, durationMs, isVoice } = attachment;
  const playedMs = (durationMs ?? 0) * (sound.share || 1);
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
        <Wave attachment={attachment} sound={sound} />
      </div>
      <span className={styles["soundTime"]}>
        {durationMs === null ? null : clock(playedMs)}
      </span>
      <button
        type="button"
        className={styles["speed"]}
        onClick={sound.nextSpeed}
        aria-label={t("file.speed", { speed: sound.speed })}
      >
        {sound.speed}×
      </button>
      <audio
        ref={audio}
        src={fileAddress(fileId)}
        preload="none"
        {...sound.handlers}
      />
    </div>
  );
}
