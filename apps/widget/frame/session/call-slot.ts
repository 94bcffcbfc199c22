import { createStore, type Readable } from "@veche/realtime-client";
import type { CallPart } from "./call-part.ts";

type CallSlotState =
  | { readonly kind: "absent" }
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "ready"; readonly part: CallPart };

/** The place of the call part: empty until the first call. */
export interface CallSlot {
  readonly state: Readable<CallSlotState>;
  /** Loads it if need be. Rejects when it cannot be fetched; the next call tries again. */
  readonly load: () => Promise<CallPart>;
}

export function createCallSlot(
  importCallPart: () => Promise<CallPart>,
): CallSlot {
  const state = createStore<CallSlotState>({ kind: "absent" });
  let loading: Promise<CallPart> | null = null;
  const load = async (): Promise<CallPart> => {
    state.set({ kind: "loading" });
    try {
      const part = await importCallPart();
      state.set({ kind: "ready", part });
      return part;
    } catch (error) {
      loading = null;
      state.set({ kind: "failed" });
      throw error;
    }
  };
  return { state, load: () => (loading ??= load()) };
}
