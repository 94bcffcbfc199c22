import type { NoticeOf, SendCommand } from "@veche/contracts";

type CallNotice =
  | "call.changed"
  | "call.lines_changed"
  | "call.offered"
  | "call.qualities_reported"
  | "call.quality_reported"
  | "call.signalled"
  | "floor.asked"
  | "floor.captioned"
  | "floor.changed"
  | "floor.pointed"
  | "floor.reacted"
  | "lobby.changed";

/** The line to the server as a call needs it; the realtime client fits as it is. */
export interface Signalling {
  /** Rejects with an error that carries the contract's `code`. */
  readonly send: SendCommand;
  readonly on: <Kind extends CallNotice>(
    kind: Kind,
    listener: (notice: NoticeOf<Kind>) => void,
  ) => () => void;
  /** Until the answer is called, a cut line is to be mended within seconds. */
  readonly hurry: () => () => void;
  /** `live` while commands get through. */
  readonly state: {
    readonly get: () => { readonly kind: string };
    readonly subscribe: (listener: () => void) => () => void;
  };
}
