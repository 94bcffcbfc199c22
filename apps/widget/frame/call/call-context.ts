import type { LocalMedia, LocalMediaSnapshot } from "@veche/call-client";
import { createContext } from "preact";
import { useContext, useEffect } from "preact/hooks";
import { useReadable } from "../parts/use-readable.ts";
import type { CallControl } from "./call-control.ts";
import type { RemoteSound } from "./remote-sound.ts";

interface InCall {
  readonly control: CallControl;
  readonly sound: RemoteSound;
}

export const CallContext = createContext<InCall | null>(null);

/** The tab's call control; the screens of the call part stand below its provider. */
export function useCall(): InCall {
  const inCall = useContext(CallContext);
  if (inCall === null)
    throw new Error("a call screen was drawn outside the call part");
  return inCall;
}

const noMedia = { get: () => null, subscribe: () => () => undefined };

/** My devices and what they do now; opened when the first screen asks. */
export function useMedia(): {
  readonly media: LocalMedia | null;
  readonly state: LocalMediaSnapshot | null;
} {
  const { control } = useCall();
  const media = useReadable(control.media);
  useEffect(() => {
    if (media === null) control.openMedia();
  }, [control, media]);
  const state = useReadable<LocalMediaSnapshot | null>(media?.state ?? noMedia);
  return { media, state };
}
