import { useLayoutEffect, useRef } from "preact/hooks";

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

interface PictureProps {
  readonly stream: MediaStream | null;
  readonly label: string;
  readonly kind: "own" | "own-screen" | "remote" | "remote-screen" | "third";
  /** How large the picture is that comes, each time it changes. */
  readonly onSize?: (size: PictureSize) => void;
}

/** A moving picture without its sound, which is played elsewhere. */
export function Picture({ stream, label, kind, onSize }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    const { current } = video;
    if (current === null || current.srcObject === stream) return;
    current.srcObject = stream;
    // A muted picture may always play; a stream replaced meanwhile interrupts the older start.
    current.play().catch(() => undefined);
  }, [stream]);
  return (
    <video
      ref={video}
      class={`picture ${kind}`}
      muted
      playsInline
      autoPlay
      aria-label={label}
      onResize={({ currentTarget: { videoWidth, videoHeight } }) =>
        onSize?.({ width: videoWidth, height: videoHeight })
      }
    />
  );
}
