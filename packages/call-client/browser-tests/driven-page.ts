import type { MediaState, QualityLevel } from "@veche/contracts";
import type { CallState, QualityView, SourceState } from "../src/index.ts";

/** A page with the harness, in whatever browser, as the test drives it. */
export interface DrivenPage {
  /** Evaluates an expression in the page; its answer is JSON. */
  readonly run: <Result>(expression: string) => Promise<Result>;
  /** Brings the page to the front, as the person who uses it has. */
  readonly focus: () => Promise<void>;
  /** Loads the page anew: everything in it is gone. */
  readonly reload: () => Promise<void>;
}

/** What `harness.look()` answers. */
export interface Look {
  readonly state: CallState["kind"];
  readonly peerMedia: MediaState | null;
  readonly person: { readonly width: number; readonly time: number };
  readonly screen: { readonly width: number; readonly time: number };
  readonly received: {
    readonly audioEnergy: number;
    readonly audioPackets: number;
    readonly frames: number;
  };
  readonly codecs: readonly string[];
  readonly ufrag: string;
  readonly quality: QualityView;
  readonly peerQuality: QualityLevel;
  readonly microphone: SourceState["kind"];
  readonly camera: SourceState["kind"];
  readonly cameraTrack: string;
  readonly connectionCount: number;
}
