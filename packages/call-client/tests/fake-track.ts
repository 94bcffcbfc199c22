let tracks = 0;

/** A track that only remembers what was done to it. */
export const fakeTrack = (
  kind: "audio" | "video",
  label: string = kind,
  deviceId?: string,
): MediaStreamTrack => {
  tracks += 1;
  const track = {
    id: `track-${tracks}`,
    kind,
    label,
    enabled: true,
    readyState: "live",
    contentHint: "",
    onended: null as (() => void) | null,
    constraints: {},
    getSettings: () => ({ deviceId }),
    applyConstraints: async (constraints: MediaTrackConstraints) => {
      track.constraints = constraints;
    },
    stop: () => {
      track.readyState = "ended";
    },
  };
  return track as unknown as MediaStreamTrack;
};
