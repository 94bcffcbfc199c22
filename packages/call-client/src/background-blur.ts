/**
 * How it stands with the blur of a camera that is on. The browser says what it, or the system under it, can do; where the
 * system alone decides, it may be on without being wished.
 */
export function blurOf(track: MediaStreamTrack): "off" | "on" | "unable" {
  if (track.getSettings().backgroundBlur === true) return "on";
  // Some browsers still in use tell nothing of what a track can do.
  const told: Partial<MediaStreamTrack> = track;
  const can = told.getCapabilities?.call(track).backgroundBlur ?? [];
  return can.includes(true) ? "off" : "unable";
}
