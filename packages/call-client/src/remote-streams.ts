import type { CallPlatform } from "./call-platform.ts";
import type { RemoteTracks } from "./transport/media-lines.ts";

export interface RemoteStreams {
  readonly person: MediaStream | null;
  /** Whether a face is among what comes. */
  readonly hasCamera: boolean;
  readonly screen: MediaStream | null;
}

export const noRemoteStreams: RemoteStreams = {
  person: null,
  hasCamera: false,
  screen: null,
};

/** Puts what belongs together into one stream: a face with its voice, a screen with its sound. */
export const remoteStreams = (
  { microphone, camera, screen, screenSound }: RemoteTracks,
  createStream: CallPlatform["createStream"],
): RemoteStreams => {
  const stream = (
    ...tracks: readonly (MediaStreamTrack | null)[]
  ): MediaStream | null => {
    const present = tracks.filter((track) => track !== null);
    return present.length === 0 ? null : createStream(present);
  };
  return {
    person: stream(microphone, camera),
    hasCamera: camera !== null,
    screen: stream(screen, screenSound),
  };
};
