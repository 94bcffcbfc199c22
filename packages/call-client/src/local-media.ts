import type { Readable } from "./store.ts";

export type DeviceSource = "camera" | "microphone";
export type DeviceKind = DeviceSource | "speaker";

/**
 * `denied` the person or the page's policy said no · `not_found` there is no such device · `in_use` another program
 * holds it · `insecure` the page is not HTTPS · `failed` anything else.
 */
export type DeviceProblem =
  "denied" | "failed" | "in_use" | "insecure" | "not_found";

export type SourceState =
  | { readonly kind: "off"; readonly problem: DeviceProblem | null }
  | { readonly kind: "opening" }
  /** `deviceId`: which device gives it; null where the browser does not tell. */
  | {
      readonly kind: "on";
      readonly track: MediaStreamTrack;
      readonly deviceId: string | null;
    };

export interface Device {
  readonly deviceId: string;
  /** Empty until the person allowed any device of this page. */
  readonly label: string;
}

/** What the browser does to my voice or picture before it goes out, if I wish: takes noise out, blurs what is behind me. */
export type Treatment = "blur" | "noise";

export interface LocalMediaSnapshot {
  readonly microphone: SourceState;
  readonly camera: SourceState;
  readonly screen: SourceState;
  /** My own picture, for `<video muted>`; null while the camera is off. */
  readonly cameraStream: MediaStream | null;
  readonly screenStream: MediaStream | null;
  readonly microphones: readonly Device[];
  readonly cameras: readonly Device[];
  /** Empty where the browser chooses the speaker itself. */
  readonly speakers: readonly Device[];
  /** Chosen now or on an earlier visit; null is the browser's own choice. */
  readonly chosen: Readonly<Record<DeviceKind, string | null>>;
  /** Wished now or on an earlier visit. */
  readonly treatments: Readonly<Record<Treatment, "off" | "on">>;
  /** `unknown` while no camera is on · `unable`: this browser, or this machine, does not do it. */
  readonly blur: "off" | "on" | "unable" | "unknown";
}

/** What is on its way to the other side. A microphone that is off stays here, silenced: it comes back in no time. */
export interface OutgoingTracks {
  readonly microphone: MediaStreamTrack | null;
  readonly camera: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
  readonly screenSound: MediaStreamTrack | null;
}

/** Remembers chosen devices between visits; `localStorage` fits. */
export interface DeviceMemory {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

/** My devices: pre-join preview and call share them, so that nothing is opened twice. */
export interface LocalMedia {
  readonly state: Readable<LocalMediaSnapshot>;
  readonly outgoing: Readable<OutgoingTracks>;
  /** Opens what is asked for, in one question to the person where possible. Never rejects: a problem shows in the state. */
  readonly turnOn: (...sources: readonly DeviceSource[]) => Promise<void>;
  /** The microphone is silenced; the camera is let go, so that its lamp goes out. */
  readonly turnOff: (...sources: readonly DeviceSource[]) => void;
  /** Asks which screen to share, with its sound if there is any. A refusal shows in the state as `denied`. */
  readonly startScreen: () => Promise<void>;
  readonly stopScreen: () => void;
  /** Uses another device from now on, at once if its source is on, and remembers it. */
  readonly choose: (kind: DeviceKind, deviceId: string) => Promise<void>;
  /** Wishes for a treatment from now on, at once if its source is on, and remembers it. */
  readonly treat: (what: Treatment, wish: "off" | "on") => Promise<void>;
  /** Reads the lists of devices again. They follow plugging in and out by themselves. */
  readonly refreshDevices: () => Promise<void>;
  /** Lets everything go. */
  readonly close: () => void;
}
