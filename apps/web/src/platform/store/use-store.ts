import type { Readable } from "@veche/realtime-client";
import { useSyncExternalStore } from "react";

/** The store's present value; the component is drawn again when it changes. */
export const useStore = <State>(store: Readable<State>): State =>
  useSyncExternalStore(store.subscribe, store.get);
