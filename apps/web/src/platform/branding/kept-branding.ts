import type { Branding } from "@veche/contracts";

const key = "veche.branding";

/** The company's look as this browser saw it last: what opens without a network looks the same. */
export interface KeptBranding {
  readonly get: () => Branding | undefined;
  readonly set: (branding: Branding) => void;
}

export const createKeptBranding = (
  storage: Pick<Storage, "getItem" | "setItem">,
): KeptBranding => ({
  get: () => {
    const kept = storage.getItem(key);
    try {
      // Only the line below writes it; what somebody spoilt by hand is as good as nothing.
      return kept === null ? undefined : (JSON.parse(kept) as Branding);
    } catch {
      return undefined;
    }
  },
  set: (branding) => storage.setItem(key, JSON.stringify(branding)),
});
