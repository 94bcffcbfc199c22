import { playOnSpeaker } from "@veche/call-client";
import { useEffect, useRef } from "react";

interface StreamVideoProps {
  readonly stream: MediaStream;
  readonly className?: string | undefined;
  readonly label: string;
  /** My own picture: no sound, seen as in a mirror. */
  readonly isOwn?: boolean;
  /** Null: the browser's usual one. */
  readonly speaker?: string | null;
  /** The browser wants a gesture before it lets the sound out. */
  readonly onBlocked?: (play: () => void) => void;
  /** How large the picture is that comes, each time it changes. */
  readonly onSize?: (size: PictureSize) => void;
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A stream on the screen, and its sound on the chosen speaker. */
export function StreamVideo({
  stream,
  className,
  label,
  isOwn = false,
  speaker = null,
  onBlocked,
  onSize,
}: StreamVideoProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream;
    // A newer stream interrupts an older start; without sound nothing else is refused.
    element.play().catch(() => undefined);
  }, [stream]);
  const told = useRef(onSize);
  useEffect(() => {
    told.current = onSize;
  });
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    const tell = () => {
      const { videoWidth: width, videoHeight: height } = element;
      if (width > 0) told.current?.({ width, height });
    };
    // It also changes while it plays: a window that is shown was resized.
    element.addEventListener("resize", tell);
    return () => element.removeEventListener("resize", tell);
  }, []);
  return (
    <>
      <video
        ref={video}
        className={className}
        data-own={isOwn}
        autoPlay
        playsInline
        muted
        aria-label={label}
      />
      {!isOwn && <StreamSound {...{ stream, speaker, onBlocked }} />}
    </>
  );
}

interface StreamSoundProps {
  readonly stream: MediaStream;
  readonly speaker: string | null;
  readonly onBlocked: StreamVideoProps["onBlocked"];
}

/** The sound by itself: beside a picture that has not come yet, browsers would hold it back. */
function StreamSound({ stream, speaker, onBlocked }: StreamSoundProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const blocked = useRef(onBlocked);
  useEffect(() => {
    blocked.current = onBlocked;
  });
  useEffect(() => {
    const element = audio.current;
    if (element === null) return;
    element.srcObject = stream;
    element.play().catch((error: unknown) => {
      // An AbortError is a newer stream taking the element over.
      if (error instanceof DOMException && error.name === "NotAllowedError")
        blocked.current?.(() => void element.play().catch(() => undefined));
    });
  }, [stream]);
  useEffect(() => {
    if (audio.current !== null) void playOnSpeaker(audio.current, speaker);
  }, [speaker]);
  return <audio ref={audio} hidden />;
}
