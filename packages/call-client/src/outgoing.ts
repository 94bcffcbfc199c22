import type { CallEquipment, MediaState } from "@veche/contracts";
import { isPictureGivenUp } from "./ladder/ladder.ts";
import type { LadderView } from "./ladder/ladder-walk.ts";
import type { LocalMedia, OutgoingTracks } from "./local-media.ts";
import { mediaStateOf } from "./media-state.ts";
import type { Readable } from "./store.ts";

const noTracks: OutgoingTracks = {
  microphone: null,
  camera: null,
  screen: null,
  screenSound: null,
};

const nothingSent: MediaState = {
  microphone: false,
  camera: false,
  screen: false,
};

/**
 * What of my devices goes out: all that is on, but for what the ladder holds back, or the other side does without; nothing
 * while the call is on hold.
 */
export class Outgoing {
  readonly #media: LocalMedia;
  readonly #ladder: Readable<LadderView>;
  #spared: "nothing" | "pictures" = "nothing";
  #isOnHold = false;
  #told: CallEquipment | undefined;
  #toldMedia = nothingSent;

  constructor(media: LocalMedia, ladder: Readable<LadderView>) {
    this.#media = media;
    this.#ladder = ladder;
  }

  tracks(): OutgoingTracks {
    if (this.#isOnHold) return noTracks;
    const tracks = this.#media.outgoing.get();
    if (this.#spared === "pictures")
      return { ...tracks, camera: null, screen: null };
    return this.#isCameraWaiting ? { ...tracks, camera: null } : tracks;
  }

  /** What the others are told I send. */
  mediaState(): MediaState {
    if (this.#isOnHold) return nothingSent;
    const state = mediaStateOf(this.#media.state.get());
    return this.#isCameraWaiting ? { ...state, camera: false } : state;
  }

  /** The same, to be told now. */
  mediaToTell(): MediaState {
    this.#toldMedia = this.mediaState();
    return this.#toldMedia;
  }

  /** Is it another than was told? */
  get hasMediaToTell(): boolean {
    const { microphone, camera, screen } = this.mediaState();
    return (
      microphone !== this.#toldMedia.microphone ||
      camera !== this.#toldMedia.camera ||
      screen !== this.#toldMedia.screen
    );
  }

  /** Whether anything changed by it. */
  hold(isOnHold: boolean): boolean {
    if (isOnHold === this.#isOnHold) return false;
    this.#isOnHold = isOnHold;
    return true;
  }

  /** Whether anything changed by it. */
  spare(what: "nothing" | "pictures"): boolean {
    if (what === this.#spared) return false;
    this.#spared = what;
    return true;
  }

  /** What I take part with, if it is another than was told. */
  newEquipment(browser: string): CallEquipment | undefined {
    const { microphone, camera } = this.#media.outgoing.get();
    const now: CallEquipment = {
      browser: browser.slice(0, 60),
      microphone: labelOf(microphone),
      camera: labelOf(camera),
    };
    const isTold =
      this.#told?.microphone === now.microphone &&
      this.#told.camera === now.camera;
    return isTold ? undefined : now;
  }

  equipmentTold(equipment: CallEquipment | undefined): void {
    this.#told = equipment ?? this.#told;
  }

  get #isCameraWaiting(): boolean {
    return isPictureGivenUp(this.#ladder.get().step);
  }
}

const labelOf = (track: MediaStreamTrack | null): string | null =>
  track === null ? null : track.label.slice(0, 120);
