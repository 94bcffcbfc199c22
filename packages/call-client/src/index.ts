export type {
  CallPlatform,
  MediaDeviceList,
  PeerConnection,
} from "./call-platform.ts";
export type {
  CallFloor,
  FloorView,
  OrderToMe,
  ShownReaction,
} from "./floor/call-floor.ts";
export { createCallFloor } from "./floor/create-call-floor.ts";
export {
  createCallCaptions,
  type CallCaptions,
} from "./captions/call-captions.ts";
export type { CallInk, Ink, InkView } from "./ink/call-ink.ts";
export { createCallInk } from "./ink/create-call-ink.ts";
export type { Ladder, LadderView } from "./ladder/ladder-walk.ts";
export type { CallPowers } from "./call-powers.ts";
export type { CallSession, CallSessionOptions } from "./call-session.ts";
export type {
  CallOver,
  CallSnapshot,
  CallState,
  OtherParty,
  QualityView,
} from "./call-snapshot.ts";
export type {
  Device,
  DeviceKind,
  DeviceMemory,
  DeviceProblem,
  DeviceSource,
  LocalMedia,
  LocalMediaSnapshot,
  OutgoingTracks,
  SourceState,
  Treatment,
} from "./local-media.ts";
export type { Signalling } from "./signalling.ts";
export type { Readable } from "./store.ts";
export { browserCallPlatform } from "./browser-call-platform.ts";
export {
  createLocalMedia,
  type LocalMediaOptions,
} from "./create-local-media.ts";
export {
  canChooseSpeaker,
  createLevelMeter,
  playOnSpeaker,
  playTestTone,
  type LevelMeter,
} from "./sound.ts";
export { myConsentIn, type MyConsent } from "./recording/my-consent.ts";
export { patiently } from "./patiently.ts";
export { createCallSession } from "./create-call-session.ts";
export { createProbe, type Probe, type ProbeState } from "./probe/probe.ts";
export type { ProbeFinding, ProbeVerdict } from "./probe/verdict.ts";
