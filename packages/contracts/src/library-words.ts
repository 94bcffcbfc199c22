/** How people stand on the screen of a composed film. */
export const compositionLayouts = [
  "side_by_side",
  "grid",
  "speaker",
  "presentation",
] as const;
export type CompositionLayout = (typeof compositionLayouts)[number];

/** `mp4`: H.264 and AAC · `webm`: VP8 and Opus. */
export const compositionFormats = ["mp4", "webm"] as const;
export type CompositionFormat = (typeof compositionFormats)[number];

export const compositionStates = [
  "waiting",
  "working",
  "ready",
  "failed",
] as const;
export type CompositionState = (typeof compositionStates)[number];

/**
 * `recording` it goes on · `preparing` its tracks are being lined up · `playable` it can be watched · `empty` nobody
 * was written · `failed` its tracks can't be read.
 */
export const libraryStates = [
  "recording",
  "preparing",
  "playable",
  "empty",
  "failed",
] as const;
export type LibraryState = (typeof libraryStates)[number];

/** Why a recording is gone. */
export const recordingDeletionReasons = ["asked", "retention"] as const;
export type RecordingDeletionReason = (typeof recordingDeletionReasons)[number];

/** Where the bytes are; `Range` is understood. */
export const reelPath = (recordingId: string, reelId: string): string =>
  `/api/v1/recordings/${recordingId}/reels/${reelId}`;
export const originalPath = (recordingId: string, reelId: string): string =>
  `/api/v1/recordings/${recordingId}/originals/${reelId}`;
export const filmPath = (recordingId: string, compositionId: string): string =>
  `/api/v1/recordings/${recordingId}/films/${compositionId}`;
