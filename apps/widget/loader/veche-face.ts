import type { QueuedCall } from "./calls.ts";
import type { WidgetEventName } from "./face.ts";

/** The one global, `window.Veche`. Every call may be made before the widget is there: it is kept until then. */
export interface VecheFace {
  readonly push: (call: QueuedCall<VecheFace>) => void;
  /** `open("video")` goes straight to the look before a video call; also `"audio"`, `"chat"`, `"home"`. */
  readonly open: (destination?: string) => void;
  readonly close: () => void;
  readonly toggle: () => void;
  /** Tells who the visitor is by a token which the site's own server signed. */
  readonly identify: (token: string) => void;
  readonly setLanguage: (language: string) => void;
  /** Forgets the visitor: to be called when they sign out of the site. */
  readonly reset: () => void;
  /** Returns what takes the handler off again. */
  readonly on: (
    event: WidgetEventName,
    handler: (detail: unknown) => void,
  ) => () => void;
}
