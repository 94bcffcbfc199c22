/**
 * What a recording is made for. Each is asked for by itself: `minutes` to come back to what was said · `quality` to
 * check the service · `training` to teach the staff.
 */
export const recordingPurposes = ["minutes", "quality", "training"] as const;
export type RecordingPurpose = (typeof recordingPurposes)[number];

/** `asked` is no consent: until somebody says yes, nothing of them is written. */
export const consentAnswers = [
  "asked",
  "given",
  "refused",
  "withdrawn",
] as const;
export type ConsentAnswer = (typeof consentAnswers)[number];

/**
 * Which wording of the question was answered (`texts` of the clients hold the words). A change of the words is another
 * version.
 */
export const CONSENT_TEXT_VERSION = 1;

export const recordingEndReasons = ["stopped", "call_ended"] as const;
export type RecordingEndReason = (typeof recordingEndReasons)[number];

/**
 * Why a track ended: the recording was stopped · its person left or withdrew · their connection began anew (another
 * track goes on) · the media server or this server died.
 */
export const trackEndReasons = [
  "stopped",
  "left",
  "withdrawn",
  "renewed",
  "lost",
] as const;
export type TrackEndReason = (typeof trackEndReasons)[number];
