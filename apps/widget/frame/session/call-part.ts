import type { Call, CallMedia } from "@veche/contracts";
import type { FunctionComponent } from "preact";

/** The part of the widget that speaks WebRTC, loaded at the first call. */
export interface CallPart {
  /** Opens camera and microphone for the look before the call. */
  readonly prepare: (media: CallMedia) => Promise<void>;
  /** Lets the devices go: the visitor went back. */
  readonly release: () => void;
  /** Asks to be served by a call, or calls the operator of the present conversation. */
  readonly start: (media: CallMedia) => Promise<void>;
  readonly answer: (
    call: Call,
    answer: { readonly hasCamera: boolean },
  ) => Promise<void>;
  /** Takes the seat in this tab: after a reload (`if-free`), or from another tab (`steal`). */
  readonly takeSeat: (call: Call, how: "if-free" | "steal") => Promise<void>;
  readonly close: () => void;
  readonly Prejoin: FunctionComponent<{ readonly media: CallMedia }>;
  readonly Queue: FunctionComponent;
  readonly CallStage: FunctionComponent<{ readonly call: Call }>;
  /** The small bar that stands for the call while the panel is closed. */
  readonly CallBar: FunctionComponent<{ readonly call: Call }>;
}
